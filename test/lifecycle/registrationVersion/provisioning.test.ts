import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { declaredFields } from "../../../provider/lifecycle/fields";
import { registrationVersion } from "../../../provider/lifecycle/registrationVersion";
import type { VersionInputs } from "../../../provider/lifecycle/registrationVersion/declared";
import { NO_VALUES, REGISTRATION, version } from "./follow";

const inputs: VersionInputs = { registrationId: "registration-1", fields: { a: "1" }, waitFor: "approved" };
const approved = {
  newestVersion: version("APPROVED"),
  values: { ...NO_VALUES, values: declaredFields(inputs.fields) },
};
const plan = (registrationStatus?: string, waitFor: VersionInputs["waitFor"] = "approved") =>
  registrationVersion.plan(undefined, { ...inputs, waitFor }, undefined, {
    ...approved,
    ...(registrationStatus ? { registration: { ...REGISTRATION, registrationStatus } } : {}),
  });

describe("an approved version of a registration that is PROVISIONING", () => {
  it("is waited for with `waitFor: approved`, by the registration", () => {
    assert.deepEqual(plan(), { move: "look", parts: ["registration"] });
    assert.deepEqual(plan("PROVISIONING"), {
      move: "wait",
      what: "Version 1 of registration-1 is APPROVED, and the registration PROVISIONING",
      timeoutMs: 30 * 60_000,
      keep: true,
      parts: ["registration"],
      known: {},
    });
    assert.deepEqual(plan("COMPLETE"), { move: "done" });
  });

  it("is not waited for otherwise", () => {
    assert.deepEqual(plan("PROVISIONING", "submitted"), { move: "done" });
  });

  it("is not what was declared yet, for the next `up`", () => {
    const state = { ...inputs, versionNumber: 1, status: "APPROVED", registrationStatus: "PROVISIONING" };
    assert.equal(registrationVersion.isReached(state, inputs), false);
    assert.equal(registrationVersion.isReached({ ...state, registrationStatus: "COMPLETE" }, inputs), true);
    assert.equal(registrationVersion.isReached(state, { ...inputs, waitFor: "submitted" }), true);
  });
});
