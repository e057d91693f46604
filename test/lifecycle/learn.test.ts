import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { doubt, learn, see } from "../../provider/lifecycle/learn";
import { GONE, type Observation } from "../../provider/lifecycle/observation";
import type { Step } from "../../provider/lifecycle/step";
import { REGISTRATION, version } from "./registrationVersion/follow";

const registrationId = "registration-1";
const values = { values: new Map([["a", { text: "1" }]]), mayAlsoHold: new Set(["b"]), fieldFeedback: [] };
const known: Observation = {
  newestVersion: version("DRAFT"),
  registration: REGISTRATION,
  values,
  tags: { team: "sms" },
};

const put: Step = { operation: "putRegistrationFieldValue", registrationId, fieldPath: "b", value: { text: "2" } };
const remove: Step = { operation: "deleteRegistrationFieldValue", registrationId, fieldPath: "a" };
const open: Step = { operation: "createRegistrationVersion", registrationId, mayInherit: ["a", "b"] };

describe("what is known after a step that succeeded", () => {
  it("is the registration that was created, with the tags that the answer vouches for", () => {
    const step: Step = { operation: "createRegistration", registrationType: "X", tags: { team: "sms" }, identity: "1" };
    assert.deepEqual(learn({}, step, { registration: REGISTRATION, tags: { team: "sms" } }), {
      registration: REGISTRATION,
      tags: { team: "sms" },
    });
    assert.deepEqual(learn({}, step, { registration: REGISTRATION }), { registration: REGISTRATION, tags: undefined });
  });

  it("is that a deleted registration has nothing left", () => {
    const step: Step = { operation: "deleteRegistration", registrationId };
    assert.deepEqual(learn(known, step, {}), { registration: GONE, newestVersion: GONE });
  });

  it("is a new version that may hold what the one before held", () => {
    const { newestVersion, values, registration } = learn(known, open, { version: version("DRAFT", 2) });
    assert.deepEqual(newestVersion, version("DRAFT", 2));
    assert.deepEqual(values, { values: new Map(), mayAlsoHold: new Set(["a", "b"]), fieldFeedback: [] });
    assert.equal(registration, undefined);
  });

  it("is the value that was put", () => {
    assert.deepEqual(learn(known, put, {}), {
      ...known,
      values: {
        ...values,
        values: new Map([
          ["a", { text: "1" }],
          ["b", { text: "2" }],
        ]),
        mayAlsoHold: new Set(),
      },
    });
  });

  it("is that a deleted value is not there", () => {
    assert.deepEqual(learn(known, remove, {}), { ...known, values: { ...values, values: new Map() } });
  });

  it("is nothing of values that were never looked at", () => {
    assert.deepEqual(learn({}, put, {}), { values: undefined });
  });

  it("is the version that was submitted, while reviewers' words and the registration are open again", () => {
    const step: Step = { operation: "submitRegistrationVersion", registrationId, awsReview: false };
    assert.deepEqual(learn(known, step, { version: version("SUBMITTED") }), {
      ...known,
      newestVersion: version("SUBMITTED"),
      values: { ...values, fieldFeedback: undefined, isDoubtful: undefined },
      registration: undefined,
      submitted: { versionNumber: 1, looks: 0 },
    });
  });

  it("is the version that was discarded", () => {
    const step: Step = { operation: "discardRegistrationVersion", registrationId };
    assert.deepEqual(learn(known, step, { version: version("DISCARDED") }), {
      ...known,
      newestVersion: version("DISCARDED"),
      registration: undefined,
    });
  });

  it("is the tags with what was added and without what was removed", () => {
    const tag: Step = { operation: "tagResource", resourceArn: "arn", tags: { stage: "prod" } };
    const untag: Step = { operation: "untagResource", resourceArn: "arn", tagKeys: ["team"] };
    assert.deepEqual(learn(known, tag, {}).tags, { team: "sms", stage: "prod" });
    assert.deepEqual(learn(known, untag, {}).tags, {});
  });
});

describe("what is known after a step of which nobody knows whether it took effect", () => {
  it("is nothing of that field", () => {
    assert.deepEqual(doubt(known, remove), {
      ...known,
      values: { ...values, values: new Map(), mayAlsoHold: new Set(["a", "b"]) },
    });
    assert.deepEqual(doubt(known, put), known);
    assert.deepEqual(doubt({ registration: REGISTRATION }, put), { registration: REGISTRATION });
  });

  it("is nothing at all where the step may have moved the version", () => {
    assert.deepEqual(doubt(known, open), {});
  });
});

describe("what is known after a look", () => {
  it("is what was seen, and what was known besides", () => {
    assert.deepEqual(see(known, { newestVersion: version("SUBMITTED") }), {
      ...known,
      newestVersion: version("SUBMITTED"),
    });
  });

  it("is not the content of an older version", () => {
    assert.deepEqual(see(known, { newestVersion: version("DRAFT", 2) }), {
      ...known,
      newestVersion: version("DRAFT", 2),
      values: undefined,
    });
  });

  it("is the content that was seen together with a newer version", () => {
    const seen = { newestVersion: version("DRAFT", 2), values: { ...values, mayAlsoHold: new Set<string>() } };
    assert.deepEqual(see(known, seen), { ...known, ...seen });
  });
});
