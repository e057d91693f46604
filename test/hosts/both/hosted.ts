import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after } from "mocha";
import {
  type CannedAnswer,
  type CannedService,
  cannedService,
  wireRegistration,
  wireVersion,
} from "../../aws/cannedService";
import { type Host, type Process, type ProcessOptions, type Properties, startProcess } from "../../proof/process";

export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const secret = (value: unknown) => ({ [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value });

export const ID = "registration-h";
const RegistrationArn = `arn:aws:sms-voice:us-east-1:111122223333:registration/${ID}`;
export const inputs = { registrationId: ID, fields: { a: "1" }, validation: "off" };

export interface Held {
  status: string;
  value?: string;
}

/** One registration with one version, as far as these tests go. */
export function registrationWith(version: Held, refusals: () => Record<string, CannedAnswer> = () => ({})) {
  const others = new Map<string, string>();
  return (operation: string, request: Record<string, unknown>): CannedAnswer => {
    const refusal = refusals()[operation];
    if (refusal !== undefined) return refusal;
    if (operation === "PutRegistrationFieldValue") {
      if (request.FieldPath === "a") version.value = String(request.TextValue);
      else others.set(String(request.FieldPath), String(request.TextValue));
    }
    if (operation === "SubmitRegistrationVersion") version.status = "SUBMITTED";
    if (operation === "DiscardRegistrationVersion") version.status = "DISCARDED";
    const current = wireVersion(1, version.status);
    return {
      Registrations: [wireRegistration({ RegistrationId: ID, RegistrationArn })],
      RegistrationVersions: [current],
      RegistrationFieldValues: [
        ...(version.value === undefined ? [] : [{ FieldPath: "a", TextValue: version.value }]),
        ...[...others].map(([FieldPath, TextValue]) => ({ FieldPath, TextValue })),
      ],
      RegistrationArn,
      ...current,
    };
  };
}

export const GONE = () => ({ exception: "ResourceNotFoundException", Message: "no" });
export const REFUSED = { SubmitRegistrationVersion: { exception: "ValidationException", Message: "no" } };

export interface Hosted {
  service: CannedService;
  process: Process;
  version: Process["RegistrationVersion"];
  /** What the user was told. */
  said: string[];
}

const running: Process[] = [];

after(() => Promise.all(running.map((process) => process.end())));

export async function hosted(host: Host, answer: Parameters<typeof cannedService>[0]): Promise<Hosted> {
  const service = await cannedService(answer);
  const said: string[] = [];
  const { endpoint, region } = service;
  const process = await started({ endpoint, region, host, hear: (line) => said.push(line) });
  return { service, process, version: process.RegistrationVersion, said };
}

/** The state after a first `up`, as the engine keeps it. */
export async function created({ version, service }: Hosted): Promise<Properties> {
  const { outs = {} } = await version.create(inputs);
  service.calls.length = 0;
  return outs;
}

type Kept = Error & { id?: string; properties?: Properties; reasons?: string[] };

export async function failure(run: Promise<unknown>): Promise<Kept> {
  return run.then(
    () => assert.fail("It succeeded."),
    (error) => error,
  );
}

/** Ends with the tests. */
export async function started(options: ProcessOptions): Promise<Process> {
  const process = await startProcess(options);
  running.push(process);
  return process;
}

/** The user was told it; from a plugin it comes on another way than the answer. */
export async function told({ said }: Hosted, line: RegExp): Promise<void> {
  while (!said.some((one) => line.test(one))) await sleep(5);
}
