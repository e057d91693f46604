import { createHash } from "node:crypto";
import {
  accountIdOf,
  forms,
  type Simulator,
  type SimulatorControl,
  type SimulatorOptions,
  startSimulator,
} from "../../simulator";

export const start = new Date("2026-01-01T00:00:00.000Z");
/** The start of the virtual clock as it is on the wire. */
export const startSeconds = start.getTime() / 1000;
export const key = "AKIDEXAMPLE";
export const accountId = accountIdOf(key);
export const region = "us-east-1";
export const brand = "US_TEN_DLC_BRAND_REGISTRATION";

type Json = Record<string, unknown>;
export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}
export interface Who {
  region?: string;
  accessKeyId?: string;
  headers?: Record<string, string>;
}

/** A simulator with a virtual clock, for the tests of one describe block; every test starts with an empty world. */
export function simulated(options: SimulatorOptions = {}) {
  let simulator: Simulator | undefined;
  const running = () => {
    if (!simulator) throw new Error("The simulator starts with the first test");
    return simulator;
  };
  before(async () => {
    simulator = await startSimulator({ clock: "virtual", startTime: start, ...options });
  });
  beforeEach(() => running().control.reset());
  after(() => simulator?.close());
  return {
    get url(): string {
      return running().url;
    },
    get control(): SimulatorControl {
      return running().control;
    },
    /** The answer of a call that has to succeed. */
    async call<T = Json>(operation: string, request: object = {}, who?: Who): Promise<T> {
      const { status, body } = await send(running().url, operation, JSON.stringify(request), who);
      if (status !== 200) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
      return body as T;
    },
    /** Why a call is refused: its code, and its members but for the message. */
    async refusal(operation: string, request: object = {}, who?: Who): Promise<Json> {
      const { status, body } = await send(running().url, operation, JSON.stringify(request), who);
      if (status === 200) throw new Error(`${operation} succeeded: ${JSON.stringify(body)}`);
      const { __type, Message, ...members } = body;
      return { code: String(__type).split("#")[1], ...members };
    },
    send: (operation: string, body: string, who?: Who) => send(running().url, operation, body, who),
    /** A new registration's id. */
    async registration(type = brand, who?: Who): Promise<string> {
      const { RegistrationId } = await this.call<{ RegistrationId: string }>(
        "CreateRegistration",
        { RegistrationType: type },
        who,
      );
      return RegistrationId;
    },
    /** Puts a valid value into every required field that is no attachment. */
    async fill(registrationId: string, type = brand): Promise<void> {
      for (const [FieldPath, value] of Object.entries(completeForm(type))) {
        await this.call("PutRegistrationFieldValue", { RegistrationId: registrationId, FieldPath, ...value });
      }
    },
    /** A new brand registration, its form complete, submitted. */
    async submitted(): Promise<string> {
      const RegistrationId = await this.registration();
      await this.fill(RegistrationId);
      await this.call("SubmitRegistrationVersion", { RegistrationId });
      return RegistrationId;
    },
    /** Statuses of the current version and of the registration, as the API shows them. */
    async statuses(RegistrationId: string): Promise<[string, string]> {
      type Versions = { RegistrationVersions: { RegistrationVersionStatus: string }[] };
      type Registrations = { Registrations: { RegistrationStatus: string }[] };
      const versions = await this.call<Versions>("DescribeRegistrationVersions", { RegistrationId, MaxResults: 1 });
      const registrations = await this.call<Registrations>("DescribeRegistrations", {
        RegistrationIds: [RegistrationId],
      });
      return [
        versions.RegistrationVersions[0]?.RegistrationVersionStatus ?? "",
        registrations.Registrations[0]?.RegistrationStatus ?? "",
      ];
    },
  };
}

/** Valid values for the required fields of a type that are no attachments, as members of a put. */
export function completeForm(type: string): Record<string, { TextValue: string } | { SelectChoices: string[] }> {
  const fields = (forms.get(type)?.fields ?? []).filter(
    ({ FieldRequirement, FieldType }) => FieldRequirement === "REQUIRED" && FieldType !== "ATTACHMENT",
  );
  return Object.fromEntries(
    fields.map(({ FieldPath, SelectValidation, TextValidation, DisplayHints }) => [
      FieldPath,
      SelectValidation
        ? { SelectChoices: SelectValidation.Options.slice(0, SelectValidation.MinChoices) }
        : { TextValue: DisplayHints.ExampleTextValue ?? "x".repeat(TextValidation?.MinLength ?? 1) },
    ]),
  );
}

/** One raw request, signed for form only. */
export async function send(url: string, operation: string, body: string, who: Who = {}): Promise<Answer> {
  const credential = `${who.accessKeyId ?? key}/20260101/${who.region ?? region}/sms-voice/aws4_request`;
  const signature = createHash("sha256").update(body).digest("hex");
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `PinpointSMSVoiceV2.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
      ...who.headers,
    },
    body,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json };
}

export function arn(kind: string, id: string, where = region): string {
  return `arn:aws:sms-voice:${where}:${accountId}:${kind}/${id}`;
}
