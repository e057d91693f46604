import assert from "node:assert/strict";
import { accountIdOf, forms, type RegistrationDump } from "../../simulator";
import { send } from "../simulator/simulated";
import { type Place, withoutPauses } from "./crashPoints";
import { type Declared, Engine } from "./engine";
import { ACCESS_KEY, inProcess } from "./process";
import { picture } from "./scenarios";

const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const NAME = "companyInfo.companyName";
const CITY = "companyInfo.city";
const IMAGE = "companyInfo.picture";
/** What the form asks for from the middle of the year on. */
const DRIFT = "companyInfo.registeredName";
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** What the program says of one of its registrations. */
interface Subject {
  name: string;
  city: number;
  picture?: number;
  isDrifted: boolean;
  /** The week from which on the form asks for more. */
  driftsIn: number;
  /** The versions that there have to be: each has its reason. */
  versions: number;
}

export interface Year {
  weeks: number;
  versions: number;
  /** Calls of a refresh and an `up` in a week without events, before and after all the others. */
  quietCalls: [before: number, after: number];
}

/**
 * A refresh and an `up` each week while reviewers, carriers and people in the console do what they do in a year; every
 * `up` has to succeed. Fails where something else than what is declared is there at the end, or more versions than needed.
 *
 * @param place - Its simulator has a virtual clock.
 */
export async function simulatedYear(place: Place, { weeks, count }: { weeks: number; count: number }): Promise<Year> {
  const { control, url } = place.simulator;
  const where = { accountId: accountIdOf(ACCESS_KEY), region: "us-east-1" };
  const subjects = Array.from({ length: count }, (_, index): Subject => {
    const withPicture = index % 3 === 0 ? { picture: 0 } : {};
    return {
      name: `customer ${index}`,
      city: 0,
      isDrifted: false,
      driftsIn: Math.ceil(weeks / 2),
      versions: 1,
      ...withPicture,
    };
  });
  const engine = new Engine();
  const found = async (): Promise<Map<string, RegistrationDump>> => {
    const { registrations } = await control.account(where);
    return new Map(registrations.map((one) => [one.tags.customer ?? "", one]));
  };
  const inEach = async (act: (subject: Subject, registration: RegistrationDump, status: string) => unknown) => {
    const registrations = await found();
    for (const subject of subjects) {
      const registration = registrations.get(subject.name);
      assert.ok(registration, `${subject.name} is gone`);
      await act(subject, registration, registration.versions.at(-1)?.status ?? "");
    }
  };
  const inRun = (run: (process: Parameters<Engine["up"]>[0]) => Promise<void>) =>
    inProcess({ endpoint: url, host: place.host }, run);
  const week = async (): Promise<number> => {
    await control.advanceClock(WEEK_MS);
    await control.clearCalls();
    await inRun((process) => engine.refresh(process));
    await inEach((subject, _, status) => react(subject, status, week.number));
    engine.program = subjects.flatMap(program);
    await inRun((process) => engine.up(process));
    return (await control.calls()).length;
  };
  week.number = 0;
  const approveAll = () =>
    inEach((_, { registrationId }, status) =>
      status === "APPROVED" ? undefined : control.setStatus(registrationId, { versionStatus: "APPROVED" }),
    );

  await control.reset();
  await prepareForm(place);
  await withoutPauses(place.simulator, async () => {
    engine.program = subjects.flatMap(program);
    await inRun((process) => engine.up(process));
  });
  return withoutPauses(place.simulator, async () => {
    await approveAll();
    await week();
    const before = await week();
    for (week.number = 1; week.number <= weeks; week.number++) {
      if (week.number === Math.ceil(weeks / 2)) {
        await control.defineField(BRAND, { FieldPath: DRIFT, FieldRequirement: "REQUIRED" });
      }
      let turn = week.number;
      await inEach((subject, { registrationId }, status) => {
        turn += 5;
        return happen(place, subject, registrationId, status, turn % 9);
      });
      await week();
    }
    await approveAll();
    await week();
    await approveAll();
    await week();
    const after = await week();
    await inEach((subject, registration) => assertReached(subject, registration));
    const { attachments, registrations } = await control.account(where);
    assert.equal(registrations.length, count);
    assert.equal(attachments.length, subjects.filter((subject) => subject.picture !== undefined).length);
    assert.ok(after <= before, `a quiet week takes ${after} calls, where it took ${before}`);
    const versions = registrations.reduce((sum, registration) => sum + registration.versions.length, 0);
    return { weeks, versions, quietCalls: [before, after] };
  });
}

/** The form of the registrations, short: two fields and a picture. */
async function prepareForm({ simulator: { control } }: Place): Promise<void> {
  for (const { FieldPath, FieldRequirement } of forms.get(BRAND)?.fields ?? []) {
    if (FieldRequirement !== "REQUIRED" || FieldPath === NAME || FieldPath === CITY) continue;
    await control.defineField(BRAND, { FieldPath, FieldRequirement: "OPTIONAL" });
  }
  await control.defineField(BRAND, { FieldPath: IMAGE, FieldType: "ATTACHMENT" });
}

function program(subject: Subject): Declared[] {
  const { name, city, isDrifted } = subject;
  const tags = { customer: name };
  const file = subject.picture === undefined ? undefined : `${name} ${subject.picture}`;
  const attachment: Declared = {
    name: `${name}: picture`,
    type: "RegistrationAttachment",
    inputs: () => ({ file: picture(file ?? ""), identity: `${name}: picture` }),
  };
  const registration: Declared = {
    name,
    type: "Registration",
    inputs: () => ({ registrationType: BRAND, identity: name, tags }),
  };
  const version: Declared = {
    name: `${name}: version`,
    type: "RegistrationVersion",
    inputs: (ids) => ({
      registrationId: ids[name],
      fields: {
        [NAME]: name,
        [CITY]: `City ${city}`,
        ...(isDrifted ? { [DRIFT]: `${name} Ltd` } : {}),
        ...(file === undefined ? {} : { [IMAGE]: { attachmentId: ids[`${name}: picture`] } }),
      },
    }),
  };
  return [...(file === undefined ? [] : [attachment]), registration, version];
}

const IN_REVIEW = ["SUBMITTED", "REVIEWING", "REQUIRES_AUTHENTICATION"];

/** What others do, if it can be done in this status. */
async function happen({ simulator }: Place, subject: Subject, registrationId: string, status: string, turn: number) {
  const { control, url } = simulator;
  const call = async (operation: string, more: object = {}) => {
    const body = JSON.stringify({ RegistrationId: registrationId, ...more });
    const answer = await send(url, operation, body, { accessKeyId: ACCESS_KEY });
    assert.equal(answer.status, 200, `${operation}: ${JSON.stringify(answer.body)}`);
  };
  const isReviewed = IN_REVIEW.includes(status);
  if (turn <= 2 && isReviewed) return control.setStatus(registrationId, { versionStatus: "APPROVED" });
  if (turn === 3 && isReviewed) return control.setStatus(registrationId, { versionStatus: "DENIED" });
  if (turn === 4 && isReviewed) return control.setStatus(registrationId, { versionStatus: "REQUIRES_AUTHENTICATION" });
  if (turn === 5 && status === "APPROVED") return control.setStatus(registrationId, { versionStatus: "REVOKED" });
  if (turn === 6 && status === "SUBMITTED") return call("DiscardRegistrationVersion");
  if (turn === 7 && status === "APPROVED") {
    // Somebody opens a version in the console, begins to fill it in, and leaves it.
    await call("CreateRegistrationVersion");
    await call("PutRegistrationFieldValue", { FieldPath: CITY, TextValue: "Elsewhere" });
    subject.versions++;
  }
  if (turn === 8 && status === "APPROVED" && subject.picture !== undefined) subject.picture = -subject.picture - 1;
}

/** What a person changes in the program after the refresh, and the version that this or the status makes necessary. */
function react(subject: Subject, status: string, week: number): void {
  if (IN_REVIEW.includes(status)) return;
  let isChanged = false;
  if (status === "DENIED" || (status === "APPROVED" && week > 0 && (week + subject.name.length) % 11 === 0)) {
    subject.city++;
    isChanged = true;
  }
  if (subject.picture !== undefined && subject.picture < 0) {
    subject.picture = -subject.picture;
    isChanged = true;
  }
  if (!subject.isDrifted && week > 0 && week >= subject.driftsIn) {
    subject.isDrifted = true;
    isChanged = true;
  }
  const isFinal = status === "REVOKED" || status === "DISCARDED" || status === "DENIED";
  if (isFinal || (status === "APPROVED" && isChanged)) subject.versions++;
}

function assertReached({ name, city, versions }: Subject, registration: RegistrationDump): void {
  const newest = registration.versions.at(-1);
  assert.equal(newest?.status, "APPROVED", name);
  assert.deepEqual(newest?.fields[CITY], `City ${city}`, name);
  assert.equal(newest?.fields[DRIFT], `${name} Ltd`, name);
  const statuses = registration.versions.map(({ status }) => status);
  assert.equal(statuses.length, versions, `${name} has ${statuses.join(", ")}`);
  const isOver = (status: string) => ["ARCHIVED", "DENIED", "REVOKED", "DISCARDED"].includes(status);
  assert.ok(statuses.slice(0, -1).every(isOver), `${name}: ${statuses.join(", ")}`);
}
