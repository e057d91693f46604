import type { ResourceType } from "../../provider/hosts/registry";
import { startDynamic } from "./dynamicProcess";
import { startPlugin } from "./pluginProcess";

export type Properties = Record<string, unknown>;

/** What the engine asks of a provider, in the words of a dynamic one; the last arguments are for those that take them. */
export interface Provider {
  check(
    olds: Properties,
    news: Properties,
  ): Promise<{ inputs?: Properties; failures?: { property: string; reason: string }[] }>;
  diff(
    id: string,
    olds: Properties,
    news: Properties,
    oldInputs?: Properties,
  ): Promise<{ changes?: boolean; replaces?: string[] }>;
  create(inputs: Properties): Promise<{ id: string; outs?: Properties }>;
  update(id: string, olds: Properties, news: Properties): Promise<{ outs?: Properties }>;
  read(
    id: string,
    props?: Properties,
    inputs?: Properties,
  ): Promise<{ id?: string; props?: Properties; inputs?: Properties }>;
  delete(id: string, props: Properties): Promise<void>;
}

/** One process of a host: what the provider's modules remember ends with it. */
export type Process = Record<ResourceType, Provider> & { end(): Promise<void> };

/** The two ways to the same lifecycles. */
export const HOSTS = ["dynamic resources", "plugin"] as const;
export type Host = (typeof HOSTS)[number];

export interface ProcessOptions {
  endpoint: string;
  /** @default "dynamic resources" */
  host?: Host;
  /** How often a call is tried. @default 1 */
  maxAttempts?: number;
  /** How many calls are sent a second. @default 100000 */
  callsPerSecond?: number;
  /** @default "us-east-1" */
  region?: string;
  /** Hears what the user is told. */
  hear?: (line: string) => void;
}

/** The stack's configuration in a process: of the package `sms-registrations`, but for the region. */
export interface Config {
  region: string;
  own: Readonly<Record<string, string>>;
  hear?: (line: string) => void;
}

const CREDENTIALS = { AWS_ACCESS_KEY_ID: "AKIAPROOFEXAMPLE", AWS_SECRET_ACCESS_KEY: "nothing that anybody checks" };

/** The access key of all processes here. */
export const ACCESS_KEY = CREDENTIALS.AWS_ACCESS_KEY_ID;

/** Starts one: all that could remember anything is loaded anew. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { endpoint, host, maxAttempts = 1, callsPerSecond = 100_000, region = "us-east-1", hear } = options;
  Object.assign(process.env, CREDENTIALS);
  const own = {
    endpoint,
    maxAttempts: String(maxAttempts),
    retryMode: "standard",
    callsPerSecond: String(callsPerSecond),
  };
  return (host === "plugin" ? startPlugin : startDynamic)({ region, own, hear });
}

/** Runs something in a process of its own. */
export async function inProcess<T>(options: ProcessOptions, run: (process: Process) => Promise<T>): Promise<T> {
  const started = await startProcess(options);
  try {
    return await run(started);
  } finally {
    await started.end();
  }
}
