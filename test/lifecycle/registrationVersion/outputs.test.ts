import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { declaredFields } from "../../../provider/lifecycle/fields";
import { GONE, type Observation, type VersionFacts } from "../../../provider/lifecycle/observation";
import { registrationVersion } from "../../../provider/lifecycle/registrationVersion";
import type { VersionInputs } from "../../../provider/lifecycle/registrationVersion/declared";
import { REGISTRATION, version } from "./follow";

const inputs: VersionInputs = { registrationId: "registration-1", fields: { b: ["Y", "X"], a: "1" }, submit: true };
const denied: VersionFacts = {
  ...version("DENIED", 2),
  deniedReasons: [{ reason: "R1", shortDescription: "short" }],
  feedback: "Please call us",
};
const fieldFeedback = [{ fieldPath: "a", deniedReason: "WRONG", feedback: "Use the legal name" }];
const registration = {
  ...REGISTRATION,
  currentVersionNumber: 2,
  latestDeniedVersionNumber: 2,
  approvedVersionNumber: 1,
};

function seen(fields: VersionInputs["fields"]): Observation {
  const values = { values: declaredFields(fields), mayAlsoHold: new Set<string>(), fieldFeedback };
  return { newestVersion: denied, registration, values };
}

const outputs = {
  registrationArn: REGISTRATION.registrationArn,
  versionNumber: 2,
  status: "DENIED",
  statusHistory: { draftTimestamp: "2026-01-01T00:00:00.000Z" },
  deniedReasons: [{ reason: "R1", shortDescription: "short" }],
  fieldFeedback,
  feedback: "Please call us",
  registrationStatus: "CREATED",
  currentVersionNumber: 2,
  approvedVersionNumber: 1,
  latestDeniedVersionNumber: 2,
};

/** As the engine keeps it. */
function stored(state: unknown): unknown {
  return state === undefined ? undefined : JSON.parse(JSON.stringify(state));
}

describe("the state after a run", () => {
  it("holds what was declared and everything that the service says", () => {
    assert.deepEqual(stored(registrationVersion.outputs(inputs, undefined, seen(inputs.fields))), {
      ...inputs,
      ...outputs,
    });
  });

  it("keeps what is known of a registration that had no reason to move", () => {
    const { registration: _, ...observed } = seen(inputs.fields);
    const previous = { ...inputs, ...outputs };
    assert.deepEqual(stored(registrationVersion.outputs(inputs, previous, observed)), { ...inputs, ...outputs });
  });
});

describe("the state after a run that did not finish", () => {
  const { fields: _, ...options } = inputs;

  it("holds no fields, so that the next run takes nothing for granted", () => {
    assert.deepEqual(stored(registrationVersion.unfinished(inputs, undefined, seen({}))), { ...options, ...outputs });
  });

  it("holds what was known before where the run cannot say what is there now", () => {
    const previous = { ...inputs, ...outputs, submit: false };
    assert.deepEqual(stored(registrationVersion.unfinished(inputs, previous, {})), {
      ...options,
      ...outputs,
      submit: false,
    });
  });
});

describe("a refresh", () => {
  const state = { ...inputs, ...outputs, versionNumber: 2, resubmitTrigger: "1", whileInReview: "discard" as const };

  it("finds no difference where there is none, in the program's own notation", () => {
    const found = registrationVersion.read("registration-1", state, seen({ a: "1", b: ["X", "Y"] }));
    assert.deepEqual(stored(found), {
      inputs: { ...inputs, resubmitTrigger: "1", whileInReview: "discard" },
      state,
    });
    assert.equal(JSON.stringify(found?.inputs.fields), JSON.stringify(inputs.fields));
  });

  it("shows what was changed elsewhere in the inputs and in the state", () => {
    const found = registrationVersion.read("registration-1", state, seen({ a: "CHANGED", c: "added" }));
    assert.deepEqual(found?.inputs.fields, { a: "CHANGED", c: "added" });
    assert.deepEqual(found?.state.fields, { a: "CHANGED", c: "added" });
    assert.equal(registrationVersion.isReached(found?.state ?? {}, inputs), false);
  });

  it("reads everything where the state is empty, as `get` asks", () => {
    const found = registrationVersion.read("registration-1", {}, seen({ b: ["X"], a: "1" }));
    const declared = { registrationId: "registration-1", fields: { a: "1", b: ["X"] } };
    assert.deepEqual(stored(found), { inputs: declared, state: { ...declared, ...outputs, lastRunVersionNumber: 0 } });
  });

  for (const [what, observed] of [
    ["the registration has no version", { newestVersion: GONE }],
    ["the version was discarded elsewhere", { ...seen({}), newestVersion: version("DISCARDED") }],
    ["the registration is deleted, though its versions are still listed", { ...seen({}), registration: GONE }],
  ] as [string, Observation][]) {
    it(`says that it is gone when ${what}`, () => {
      assert.equal(registrationVersion.read("registration-1", state, observed), undefined);
    });
  }

  for (const status of ["APPROVED", "REVOKED", "ARCHIVED", "DENIED", "STATUS_OF_TOMORROW"]) {
    it(`reports a version that is ${status} as it is`, () => {
      const found = registrationVersion.read("registration-1", state, {
        ...seen({}),
        newestVersion: version(status, 2),
      });
      assert.equal(found?.state.status, status);
    });
  }
});
