/** What a state holds, in bytes of JSON without spaces. */

export interface State {
  bytes: number;
  /** Of a stack: what its bytes are, so that they sum up to all of them. */
  parts?: Record<string, number>;
}

interface Exported {
  deployment: { resources?: Record<string, unknown>[] };
}

/** The state of a stack, by its parts. */
export function stackState(exported: string): State {
  const { deployment } = JSON.parse(exported) as Exported;
  const bytes = size(deployment);
  const parts = { "serialized provider": 0, inputs: 0, outputs: 0, "the engine's own": 0 };
  for (const { inputs, outputs } of deployment.resources ?? []) {
    for (const [name, properties] of [["inputs", inputs] as const, ["outputs", outputs] as const]) {
      if (typeof properties !== "object" || properties === null) continue;
      const { __provider: provider, ...own } = properties as Record<string, unknown>;
      const ownBytes = size(own);
      parts[name] += ownBytes;
      if (provider !== undefined) parts["serialized provider"] += size(properties) - ownBytes;
    }
  }
  const { "the engine's own": _, ...named } = parts;
  parts["the engine's own"] = bytes - Object.values(named).reduce((sum, part) => sum + part, 0);
  return { bytes, parts };
}

function size(value: object): number {
  return Buffer.byteLength(JSON.stringify(value));
}
