import { sep } from "node:path";
import type { ResourceProvider } from "@pulumi/pulumi/dynamic";
import type { dynamicProvider } from "../../provider/hosts/dynamic/host";
import type { LIFECYCLES, ResourceType } from "../../provider/hosts/registry";

/** One process of the dynamic host: what the provider's modules remember ends with it. */
export type Process = Record<ResourceType, Required<ResourceProvider>>;

export interface ProcessOptions {
  endpoint: string;
  /** How often a call is tried. @default 1 */
  maxAttempts?: number;
}

const CREDENTIALS = { AWS_ACCESS_KEY_ID: "AKIAPROOFEXAMPLE", AWS_SECRET_ACCESS_KEY: "nothing that anybody checks" };

/** The access key of all processes here. */
export const ACCESS_KEY = CREDENTIALS.AWS_ACCESS_KEY_ID;

/** Starts one: all that could remember anything is loaded anew. */
export async function startProcess({ endpoint, maxAttempts = 1 }: ProcessOptions): Promise<Process> {
  compileOnce();
  for (const file of Object.keys(require.cache)) if (REMEMBERS.test(file)) delete require.cache[file];
  const host = require("../../provider/hosts/dynamic/host") as { dynamicProvider: typeof dynamicProvider };
  const registry = require("../../provider/hosts/registry") as { LIFECYCLES: typeof LIFECYCLES };
  Object.assign(process.env, CREDENTIALS);
  const values: Record<string, string> = {
    "aws:region": "us-east-1",
    "sms-registrations:endpoint": endpoint,
    "sms-registrations:maxAttempts": String(maxAttempts),
    "sms-registrations:retryMode": "standard",
    "sms-registrations:callsPerSecond": "100000",
  };
  const config = { get: (key: string) => values[key], require: (key: string) => values[key] ?? "" };
  const providers = await Promise.all(
    Object.entries(registry.LIFECYCLES).map(async ([type, lifecycle]) => {
      const provider = host.dynamicProvider(lifecycle as never);
      await provider.configure?.({ config });
      return [type, provider] as const;
    }),
  );
  return Object.fromEntries(providers) as unknown as Process;
}

/** The rooms that call, and so remember: clients, fresh registrations, definitions. Lifecycles are pure functions. */
const REMEMBERS = new RegExp(`\\${sep}provider\\${sep}(aws|hosts|check|reconcile)\\b`);

interface TsNode {
  compile(code: string, file: string): string;
}

let isMemoized = false;

/** ts-node compiles a file each time it is loaded; here each is loaded thousands of times. */
function compileOnce(): void {
  if (isMemoized) return;
  isMemoized = true;
  const service = (process as unknown as Record<symbol, TsNode>)[Symbol.for("ts-node.register.instance")];
  if (service === undefined) return;
  const compile = service.compile.bind(service);
  const compiled = new Map<string, string>();
  service.compile = (code, file) => {
    const js = compiled.get(file) ?? compile(code, file);
    compiled.set(file, js);
    return js;
  };
}
