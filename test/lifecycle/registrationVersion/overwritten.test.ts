import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { FieldValue } from "../../../provider/lifecycle/fields";
import { learn, see } from "../../../provider/lifecycle/learn";
import type { Observation } from "../../../provider/lifecycle/observation";
import { declaredVersion } from "../../../provider/lifecycle/registrationVersion/declared";
import { planVersion } from "../../../provider/lifecycle/registrationVersion/plan";
import { version } from "./follow";

const declared = declaredVersion({ registrationId: "registration-1", fields: { a: "mine" } });
const values = (text: string, isShared = true) => ({
  values: new Map<string, FieldValue>([["a", { text }]]),
  mayAlsoHold: new Set<string>(),
  fieldFeedback: [],
  isShared,
});
const plan = (observed: Observation) => planVersion(declared, undefined, observed);

/** Right after this run has written to a draft, and submitted it. */
function submitted(isShared: boolean): Observation {
  const draft = { newestVersion: version("DRAFT"), values: values("mine", isShared) };
  const step = { operation: "submitRegistrationVersion", registrationId: "registration-1", awsReview: false } as const;
  assert.deepEqual(plan(draft), { move: "apply", steps: [step] });
  return learn(draft, step, { version: version("SUBMITTED") });
}

describe("a draft that was there before", () => {
  it("is looked at once more when it is submitted", () => {
    assert.deepEqual(plan(submitted(true)), { move: "look", parts: ["values"] });
  });

  it("is what was declared where it holds what was written", () => {
    assert.deepEqual(plan(see(submitted(true), { values: values("mine") })), { move: "look", parts: ["registration"] });
  });

  it("is looked at again for some seconds where it does not show that yet, and then is somebody else's", () => {
    let observed = see(submitted(true), { values: values("theirs") });
    for (const looks of [1, 2, 3]) {
      const next = plan(observed);
      assert.ok(next.move === "wait" && next.keep, next.move);
      assert.deepEqual([next.parts, next.known], [["values"], { submitted: { versionNumber: 1, looks } }]);
      observed = see({ ...observed, ...next.known }, { values: values("theirs") });
    }
    const end = plan(observed);
    assert.ok(end.move === "refuse");
    assert.equal(end.refusal.code, "SUBMITTED_BY_OTHERS");
    assert.ok(end.refusal.keep);
  });

  it("is never given up for it, whatever a change under review would mean", () => {
    const theirs = see(submitted(true), { values: values("theirs") });
    const impatient = { ...declared, whileInReview: "discard" as const };
    assert.equal(planVersion(impatient, undefined, theirs).move, "wait");
  });
});

describe("a draft that this run has made", () => {
  it("costs no look after its submission: nobody else knows of it", () => {
    assert.deepEqual(plan(submitted(false)), { move: "look", parts: ["registration"] });
  });
});
