import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { registrationVersion } from "../../../provider/lifecycle/registrationVersion";
import type { VersionInputs } from "../../../provider/lifecycle/registrationVersion/declared";
import { STATUS_RULES } from "../../../provider/lifecycle/registrationVersion/status";

const inputs: VersionInputs = { registrationId: "registration-1", fields: { a: ["X", "Y"], b: "1" } };
const state = { ...inputs, versionNumber: 1, status: "SUBMITTED" };

describe("whether the state says that what is declared is there", () => {
  const REACHED = ["SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "REQUIRES_OFFLINE_REVIEW"];
  for (const status of [...Object.keys(STATUS_RULES), "STATUS_OF_TOMORROW"]) {
    const expected = [...REACHED, "APPROVED", "DENIED", "STATUS_OF_TOMORROW"].includes(status);
    it(`is ${expected ? "true" : "false"} for the same content that is ${status}`, () => {
      assert.equal(registrationVersion.isReached({ ...state, status }, inputs), expected);
    });
    it(`is false for another content that is ${status}`, () => {
      assert.equal(registrationVersion.isReached({ ...state, status }, { ...inputs, fields: { b: "1" } }), false);
    });
  }

  it("does not depend on the order of choices or fields", () => {
    assert.ok(registrationVersion.isReached(state, { ...inputs, fields: { b: "1", a: ["Y", "X"] } }));
  });

  it("is true for a draft that is to stay one, until it is to be submitted", () => {
    const draft = { ...state, status: "DRAFT", submit: false };
    assert.equal(registrationVersion.isReached(draft, { ...inputs, submit: false }), true);
    assert.equal(registrationVersion.isReached(draft, { ...inputs, submit: true }), false);
  });

  it("is false after a run that did not finish", () => {
    const { fields: _, ...unfinished } = state;
    assert.equal(registrationVersion.isReached(unfinished, inputs), false);
  });

  it("is false when resubmitTrigger changes", () => {
    assert.equal(registrationVersion.isReached(state, { ...inputs, resubmitTrigger: "again" }), false);
  });

  it("does not depend on how to get there", () => {
    assert.ok(
      registrationVersion.isReached(state, { ...inputs, whileInReview: "discard", awsReview: true, submit: false }),
    );
  });
});

describe("what needs another resource", () => {
  const arn = "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-1";

  it("is another registration, also one that is not known yet", () => {
    assert.deepEqual(registrationVersion.replaces("registration-1", state, { registrationId: "registration-2" }), [
      "registrationId",
    ]);
    assert.deepEqual(registrationVersion.replaces("registration-1", state, { registrationId: UNKNOWN }), [
      "registrationId",
    ]);
  });

  it("is not the same registration under its ARN: a replacement would discard what it has just adopted", () => {
    assert.deepEqual(registrationVersion.replaces("registration-1", state, { registrationId: arn }), []);
    assert.deepEqual(registrationVersion.replaces(arn, state, { registrationId: "registration-1" }), []);
    assert.equal(registrationVersion.id({ ...inputs, registrationId: arn }), "registration-1");
  });
});
