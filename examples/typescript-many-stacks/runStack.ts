import { type EngineEvent, LocalWorkspace, type PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import { program } from "./program";
import type { Shard } from "./shards";

export interface Settings {
  command: "up" | "refresh";
  /** This stack's share of what the account and region may take in a second. */
  callsPerSecond: number;
  pulumi: PulumiCommand;
}

/** How the run of one stack ended. */
export interface Outcome {
  stack: string;
  /** Customer → status of the newest version, as far as the run came. */
  statuses: Record<string, string>;
  failures: Failure[];
}

export interface Failure {
  /** The resource; absent where the whole stack is concerned. */
  urn?: string;
  message: string;
}

/** Runs one stack to its end; what goes wrong is part of the answer. */
export async function runStack({ stack: stackName, customers }: Shard, settings: Settings): Promise<Outcome> {
  const outcome: Outcome = { stack: stackName, statuses: {}, failures: [] };
  try {
    const stack = await LocalWorkspace.createOrSelectStack(
      { stackName, projectName: "typescript-many-stacks", program: () => program(customers) },
      // The engine loads the provider out of this folder's node_modules.
      { workDir: __dirname, pulumiCommand: settings.pulumi },
    );
    await stack.setAllConfig({ "sms-registrations:callsPerSecond": { value: String(settings.callsPerSecond) } });
    if (settings.command === "up") await upAll(stack, outcome);
    else await stack.refresh({ onEvent: (event) => note(event, outcome) });
  } catch (error) {
    if (outcome.failures.length === 0) outcome.failures.push({ message: reasonOf(error) });
  }
  return outcome;
}

/**
 * `continueOnError` goes on after a call that failed, but a form that is refused before any call ends the whole run.
 * So what failed is left out, and the others are run again, until nothing new fails.
 */
async function upAll(stack: Stack, outcome: Outcome): Promise<void> {
  for (;;) {
    const exclude = outcome.failures.flatMap(({ urn }) => urn ?? []);
    try {
      await stack.up({ continueOnError: true, exclude, onEvent: (event) => note(event, outcome) });
      return;
    } catch (error) {
      if (outcome.failures.length === exclude.length) throw error;
    }
  }
}

/** Keeps what the report needs of what the engine tells. */
function note({ resOutputsEvent, diagnosticEvent }: EngineEvent, { statuses, failures }: Outcome): void {
  const { type, urn, outputs } = resOutputsEvent?.metadata.new ?? {};
  if (urn && type?.endsWith(":RegistrationVersion") && outputs?.status) statuses[nameOf(urn)] = outputs.status;
  if (diagnosticEvent?.severity !== "error" || !diagnosticEvent.urn) return;
  failures.push({ urn: diagnosticEvent.urn, message: diagnosticEvent.message.trim() });
}

/** The resource's name, which is its customer's id. */
export function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

/** A command's message is all that it printed, twice. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /^\s*error: (.*)$/m.exec(text)?.[1] ?? text;
}
