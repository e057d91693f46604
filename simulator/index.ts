import type { AddressInfo } from "node:net";
import { createControl } from "./control/client";
import { controlEndpoint } from "./control/endpoint";
import type { SimulatorControl } from "./control/protocol";
import { httpServer } from "./http";
import { Service } from "./service";
import { fileStore, memoryStore } from "./store";
import { clockAt, newWorld, nowOf } from "./world";

export { accountIdOf, type DeniedReason, type FieldFeedback, type FieldValue } from "./account";
export type { Call } from "./calls";
export { createControl } from "./control/client";
export type {
  AccountDump,
  AttachmentDump,
  NewPhoneNumber,
  NewSenderId,
  Place,
  RegistrationDump,
  SimulatorControl,
  StatusChange,
  VersionDump,
} from "./control/protocol";
export type { Fault, FaultRule, FiredFault } from "./faults";
export { forms } from "./forms";
export type { FieldDefinition, Form } from "./forms/definition";
export { type Evidence, type Rule, rules } from "./reasons";
export type { ReviewStep } from "./review";
export type { Quotas, Settings, SettingsPatch } from "./settings";

export interface SimulatorOptions {
  /** @default 0: any free port */
  port?: number;
  /** A loopback address; any other is refused. @default "127.0.0.1" */
  host?: string;
  /** Keeps the state, so that it outlives the process and other simulators share it. @default in memory */
  stateFile?: string;
  /** Where the clock of a new world starts. @default now */
  startTime?: Date;
  /** "virtual" stands still until control.advanceClock. @default "real", or what the state file says */
  clock?: "real" | "virtual";
}

export interface Simulator {
  readonly url: string;
  readonly port: number;
  readonly control: SimulatorControl;
  close(): Promise<void>;
}

const loopback = ["127.0.0.1", "::1", "localhost"];

/** The registrations of AWS End User Messaging SMS on loopback. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = "127.0.0.1", stateFile, startTime, clock } = options;
  if (!loopback.includes(host))
    throw new Error(`The simulator listens on loopback only (${loopback.join(", ")}), not on ${host}`);
  const world = newWorld(clock, startTime);
  const service = new Service(stateFile === undefined ? memoryStore(world) : fileStore(stateFile, world));
  // Creates the state file, or reads it: a file that is no state file has to fail here, not at the first call.
  await service.store.use((stored) => {
    service.latencyMs = stored.settings.latencyMs;
    const otherKind = clock !== undefined && clock !== stored.clock.mode;
    if (otherKind) stored.clock = clockAt(clock, nowOf(stored));
    service.clock = stored.clock;
    return { changed: otherKind, result: () => undefined };
  });

  const server = httpServer(service, controlEndpoint(service));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  let closing: Promise<void> | undefined;
  const address = server.address() as AddressInfo;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  return {
    url,
    port: address.port,
    control: createControl(url),
    close() {
      closing ??= new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
      return closing;
    },
  };
}
