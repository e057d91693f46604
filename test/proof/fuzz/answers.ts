import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import type { Simulator } from "../../../simulator";
import { wireRegistration, wireVersion } from "../../aws/cannedService";
import { withoutPauses } from "../crashPoints";
import { inProcess, type Process } from "../process";
import { CANARY, type FuzzOptions, requireQuiet, search } from "./fuzz";

const ID = "registration-1";
const RegistrationArn = `arn:aws:sms-voice:us-east-1:111122223333:registration/${ID}`;

/** Members of every answer that is read, as the service gives them. */
const PLAUSIBLE: Readonly<Record<string, unknown>> = {
  ...wireRegistration(),
  ...wireVersion(1, "DRAFT"),
  Registrations: [wireRegistration()],
  RegistrationVersions: [wireVersion(1, "DENIED", { DeniedReasons: [{ Reason: "R", ShortDescription: "S" }] })],
  RegistrationFieldValues: [{ FieldPath: "a", TextValue: CANARY, DeniedReason: "no", Feedback: "none" }],
  RegistrationFieldDefinitions: [{ FieldPath: "a", SectionPath: "a", FieldType: "TEXT", FieldRequirement: "OPTIONAL" }],
  RegistrationAssociations: [{ ResourceArn: RegistrationArn, ResourceId: ID, ResourceType: "registration" }],
  RegistrationAttachments: [
    { RegistrationAttachmentId: "attachment-1", AttachmentStatus: "UPLOAD_COMPLETE", CreatedTimestamp: 1 },
  ],
  RegistrationTypeDefinitions: [{ RegistrationType: "T", SupportedAssociations: [] }],
  RegistrationArn,
  Tags: [{ Key: "a", Value: "b" }],
};

const status = fc.constantFrom("DRAFT", "SUBMITTED", "REVIEWING", "APPROVED", "DENIED", "DISCARDED", "NEW_ONE", "");
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), status);

/** An answer in which some members are something else, or not there, at the top or one below. */
const answer = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(PLAUSIBLE)), anything, fc.nat(3)), { maxLength: 4 })
  .map((changes) => {
    const changed = structuredClone(PLAUSIBLE) as Record<string, unknown>;
    for (const [name, value, way] of changes) {
      const list = changed[name];
      const [first] = Array.isArray(list) ? list : [];
      if (way === 0) delete changed[name];
      else if (way > 1 && typeof first === "object" && first !== null) {
        const names = Object.keys(first);
        first[names[JSON.stringify(value).length % names.length] ?? ""] = value;
      } else changed[name] = value;
    }
    return changed;
  });

const runs: ((process: Process) => Promise<unknown>)[] = [
  ({ Registration }) => Registration.create({ registrationType: "T", identity: "i", tags: { c: "d" } }),
  ({ Registration }) => Registration.read(ID, { registrationType: "T", tags: {} }),
  ({ Registration }) => Registration.delete(ID, {}),
  ({ RegistrationVersion }) => RegistrationVersion.check({}, { registrationId: ID, fields: { a: CANARY } }),
  ({ RegistrationVersion }) =>
    RegistrationVersion.create({ registrationId: ID, fields: { a: CANARY }, waitFor: "approved", waitTimeout: "1m" }),
  ({ RegistrationVersion }) => RegistrationVersion.read(ID, {}),
  ({ RegistrationVersion }) => RegistrationVersion.delete(ID, {}),
  ({ RegistrationAttachment }) => RegistrationAttachment.read("attachment-1", { tags: {} }),
  ({ RegistrationAttachment }) => RegistrationAttachment.create({ url: "s3://a/b", identity: "i" }),
  ({ RegistrationAssociation }) => RegistrationAssociation.create({ registrationId: ID, resourceId: "phone-1" }),
  ({ RegistrationAssociation }) => RegistrationAssociation.read(`${ID},phone-1`, {}),
];

/** Answers of arbitrary shapes, which no real service gives, to whatever a run asks. */
export async function fuzzAnswers(options: FuzzOptions): Promise<string | undefined> {
  let body = "";
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
      response.end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const noClock = { control: { advanceClock: async () => undefined } } as unknown as Simulator;
  try {
    return await withoutPauses(noClock, () =>
      search(options, fc.tuple(fc.constantFrom(...runs), answer), async ([run, canned]) => {
        body = JSON.stringify(canned);
        await inProcess({ endpoint }, run).catch(requireQuiet);
      }),
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
