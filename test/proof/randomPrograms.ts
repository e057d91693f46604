import assert from "node:assert/strict";
import fc from "fast-check";
import { accountIdOf, type FieldValue, forms } from "../../simulator";
import { type Place, withoutPauses } from "./crashPoints";
import { type Declared, Engine } from "./engine";
import { FAULT_KINDS } from "./faults";
import { ACCESS_KEY, inProcess } from "./process";
import { picture } from "./scenarios";

const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const where = { accountId: accountIdOf(ACCESS_KEY), region: "us-east-1" };

/** What a program declares; without `version` and so on it does not declare that. */
interface Program {
  tags?: Record<string, string>;
  picture?: string;
  version?: { fields: Readonly<Record<string, FieldValue>>; submit: boolean; whileInReview: "fail" | "discard" };
  trigger?: string;
}

type Event =
  | { event: "program"; program: Program }
  | { event: "up"; fault?: { kind: number; nth: number } }
  | { event: "refresh" }
  | { event: "reviewer"; status: string }
  | { event: "console"; path: string; text: string };

const fields: fc.Arbitrary<Record<string, FieldValue>> = fc.record(
  {
    "companyInfo.companyName": fc.constantFrom("One Ltd", "Two Ltd"),
    "companyInfo.city": fc.constantFrom("Seattle", "Tacoma"),
    "contactInfo.vertical": fc.constantFrom<FieldValue>(["RETAIL"], ["ENERGY"]),
  },
  { requiredKeys: ["companyInfo.companyName"], noNullPrototype: true },
);
const program: fc.Arbitrary<Program> = fc.record(
  {
    tags: fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2"), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    picture: fc.constantFrom("first", "second"),
    version: fc.record(
      { fields, submit: fc.boolean(), whileInReview: fc.constantFrom("fail" as const, "discard" as const) },
      { noNullPrototype: true },
    ),
    trigger: fc.constantFrom("1", "2"),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ event: fc.constant("program" as const), program }) },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        event: fc.constant("up" as const),
        fault: fc.record({ kind: fc.nat(FAULT_KINDS.length - 1), nth: fc.integer({ min: 1, max: 9 }) }),
      },
      { requiredKeys: ["event"], noNullPrototype: true },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ event: "refresh" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constant("reviewer" as const),
      status: fc.constantFrom("REVIEWING", "APPROVED", "DENIED", "DENIED", "REVOKED", "A_NEW_ONE"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      event: fc.constant("console" as const),
      path: fc.constantFrom("companyInfo.city", "contactInfo.website"),
      text: fc.constantFrom("Seattle", "https://example.com"),
    }),
  },
);

/** Searches for a sequence of events that does not end in what is declared; gives the shortest one found. */
export async function randomPrograms(
  place: Place,
  { runs, seed }: { runs: number; seed: number },
): Promise<string | undefined> {
  const property = fc.asyncProperty(fc.array(event, { minLength: 2, maxLength: 14, size: "max" }), (events) =>
    play(place, events),
  );
  const result = await withoutPauses(place.simulator, () => fc.check(property, { numRuns: runs, seed }));
  if (!result.failed) return undefined;
  const why = result.errorInstance instanceof Error ? result.errorInstance.message : "";
  return `seed ${seed}, path ${result.counterexamplePath}: ${JSON.stringify(result.counterexample)}\n${why}`;
}

async function play(place: Place, events: readonly Event[]): Promise<void> {
  const { control } = place.simulator;
  await control.reset();
  for (const { FieldPath, FieldRequirement } of forms.get(BRAND)?.fields ?? []) {
    if (FieldRequirement !== "REQUIRED" || FieldPath === "companyInfo.companyName") continue;
    await control.defineField(BRAND, { FieldPath, FieldRequirement: "OPTIONAL" });
  }
  const engine = new Engine();
  let declared: Program = {};
  for (const next of events) {
    if (next.event === "program") {
      declared = next.program;
      engine.program = resources(declared);
    } else await happen(place, engine, next);
  }

  // Twice: tags that a killed run has set show to a refresh only once the program declares tags.
  await refresh(place, engine);
  await up(place, engine);
  await refresh(place, engine);
  const problem = await up(place, engine);
  await assertEnd(place.simulator, engine, declared, problem);
  const since = (await control.calls()).length;
  assert.equal(said(await up(place, engine)), said(problem));
  const writes = (await control.calls())
    .slice(since)
    .filter(({ operation, status }) => status === 200 && !/^(Describe|List)/.test(operation));
  assert.deepEqual(writes, []);
}

function resources({ tags, picture: name, version, trigger }: Program): Declared[] {
  const declared: Declared[] = [
    {
      name: "registration",
      type: "Registration",
      inputs: () => ({ registrationType: BRAND, identity: "registration", tags }),
    },
  ];
  if (name !== undefined) {
    const inputs = () => ({ file: picture(name), identity: "attachment", tags });
    declared.push({ name: "attachment", type: "RegistrationAttachment", inputs });
  }
  if (version) {
    const inputs = (ids: Readonly<Record<string, string>>) => ({
      registrationId: ids.registration,
      resubmitTrigger: trigger,
      ...version,
    });
    declared.push({ name: "version", type: "RegistrationVersion", inputs });
  }
  return declared;
}

/** Later than whatever happened before, as everything is that people do. */
async function happen(place: Place, engine: Engine, next: Exclude<Event, { event: "program" }>) {
  const { control, url } = place.simulator;
  await control.advanceClock(60_000);
  switch (next.event) {
    case "up": {
      const kind = next.fault && FAULT_KINDS[next.fault.kind];
      if (next.fault && kind) await control.faults(kind.rules(next.fault.nth));
      const isDead = async () => kind?.kills === true && (await control.firedFaults()).length > 0;
      const options = { endpoint: url, host: place.host, maxAttempts: kind?.maxAttempts };
      await inProcess(options, (process) => engine.up(process, isDead).catch(() => undefined));
      return control.clearFaults();
    }
    case "refresh":
      return refresh(place, engine);
    case "reviewer": {
      for (const { registrationId, versions } of (await control.account(where)).registrations) {
        const status = versions.at(-1)?.status ?? "";
        const isOpen = ["SUBMITTED", "REVIEWING", "A_NEW_ONE"].includes(status);
        if (isOpen || (status === "APPROVED" && next.status === "REVOKED")) {
          await control.setStatus(registrationId, { versionStatus: next.status });
        }
      }
      return;
    }
    case "console":
      for (const { registrationId, versions } of (await control.account(where)).registrations) {
        if (versions.at(-1)?.status === "DRAFT") await control.setFieldValue(registrationId, next.path, next.text);
      }
  }
}

async function up({ simulator, host }: Place, engine: Engine): Promise<Error | undefined> {
  await simulator.control.advanceClock(60_000);
  return inProcess({ endpoint: simulator.url, host }, (process) =>
    engine.up(process).then(
      () => undefined,
      (error: Error) => error,
    ),
  );
}

function refresh({ simulator, host }: Place, engine: Engine): Promise<void> {
  return inProcess({ endpoint: simulator.url, host }, (process) => engine.refresh(process));
}

/** Without what each call has of its own. */
function said(problem: Error | undefined): string | undefined {
  return problem?.message.replace(/ \[request [^\]]*\]/g, "");
}

/** What the account has to hold now: what is declared, once; or why it cannot be had, as the table of statuses says. */
async function assertEnd(
  { control }: Place["simulator"],
  engine: Engine,
  declared: Program,
  problem: Error | undefined,
): Promise<void> {
  const { registrations, attachments } = await control.account(where);
  const [registration] = registrations;
  assert.ok(registrations.length <= 1, `${registrations.length} registrations`);
  const newest = registration?.versions.at(-1);
  const isSame = sameForm(newest?.fields, declared);
  if (problem) {
    const { message } = problem;
    const isReviewed = ["SUBMITTED", "REVIEWING", "A_NEW_ONE"].includes(newest?.status ?? "");
    const isExpected =
      (/was denied, and the declared/.test(message) && newest?.status === "DENIED" && isSame) ||
      (/holds other field values/.test(message) && isReviewed && !isSame) ||
      // Somebody reviews it: it can be neither discarded nor deleted.
      (/^DiscardRegistrationVersion failed/.test(message) && isReviewed && newest?.status !== "SUBMITTED") ||
      (/status that this version of pulumi-sms-registrations does not know/.test(message) &&
        newest?.status === "A_NEW_ONE");
    assert.ok(isExpected, `${newest?.status}: ${message}`);
    return;
  }
  if (registration === undefined) return;
  // Where a program declares no tags, they are somebody else's: those that a killed run has put there, too.
  const { tags = {} } = declared;
  const ownsTags = Object.keys(tags).length > 0;
  if (ownsTags) assert.deepEqual(registration.tags, tags);
  // One that a killed run has made and the next program no longer declares is known to nobody; the same one twice is not.
  assert.equal(new Set(attachments.map(({ sha256 }) => sha256)).size, attachments.length, "an attachment made twice");
  if (declared.picture !== undefined) {
    const kept = attachments.find(({ attachmentId }) => attachmentId === engine.state.get("attachment")?.id);
    assert.ok(kept, "the attachment is not there");
    if (ownsTags) assert.deepEqual(kept.tags, tags);
  }
  if (!declared.version) return;
  assert.ok(isSame, `the newest version holds ${JSON.stringify(newest?.fields)}`);
  // What was denied, and is still declared, is told by a warning.
  const isFinal = ["DISCARDED", "REVOKED", "ARCHIVED"].includes(newest?.status ?? "");
  assert.ok(!isFinal && (newest?.status !== "DRAFT" || !declared.version.submit), newest?.status);
}

function sameForm(held: Record<string, FieldValue> | undefined, { version }: Program): boolean {
  const sorted = (form: object = {}) => JSON.stringify(Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(held) === sorted(version?.fields);
}
