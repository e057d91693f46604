import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { declaredFields, type FieldInput } from "../../../provider/lifecycle/fields";
import { GONE } from "../../../provider/lifecycle/observation";
import { registrationVersion } from "../../../provider/lifecycle/registrationVersion";
import type { VersionInputs, VersionState } from "../../../provider/lifecycle/registrationVersion/declared";
import { follow, type Held, NO_VALUES, REGISTRATION, version } from "./follow";

type Fields = Record<string, FieldInput>;

const registrationId = "registration-1";

function held(status: string, fields: Fields, more: Partial<Held> = {}): Held {
  return { newestVersion: version(status), values: { ...NO_VALUES, values: declaredFields(fields) }, ...more };
}

/** Everything a run does: looks, steps, and how it ends. */
function lines(
  inputs: Omit<VersionInputs, "registrationId">,
  previous: VersionState | undefined,
  service: Held,
): string[] {
  const declared = { registrationId, ...inputs };
  return follow((seen) => registrationVersion.plan(registrationId, declared, previous, seen), service);
}

describe("what a run looks at", () => {
  it("is everything when the resource is new", () => {
    assert.deepEqual(lines({ fields: { a: "1" } }, undefined, held("DRAFT", {})), [
      "look: newestVersion, values",
      "put a",
      "submit",
      "look: registration",
    ]);
  });

  it("is the status alone when a version is changed whose content can no longer change elsewhere", () => {
    const previous = { fields: { a: "1" }, versionNumber: 1, status: "SUBMITTED" };
    assert.deepEqual(lines({ fields: { a: "2" } }, previous, held("DENIED", { a: "1" })), [
      "look: newestVersion",
      "open",
      "put a",
      "submit",
      "look: registration",
    ]);
  });

  it("is the status alone when a draft that stays a draft is changed", () => {
    const previous = { fields: { a: "1", b: "2" }, versionNumber: 1, status: "DRAFT", submit: false };
    assert.deepEqual(
      lines({ fields: { a: "1", b: "3" }, submit: false }, previous, held("DRAFT", { a: "1", b: "2" })),
      ["look: newestVersion", "put b"],
    );
  });

  it("is the draft's content, too, when the draft is submitted: somebody may have edited it", () => {
    const previous = { fields: { a: "1" }, versionNumber: 1, status: "DRAFT", submit: false };
    assert.deepEqual(lines({ fields: { a: "1" } }, previous, held("DRAFT", { a: "1", b: "stray" })), [
      "look: newestVersion",
      "look: values",
      "delete b",
      "submit",
      "look: registration",
    ]);
  });

  it("is the content, too, when somebody else submitted or discarded the draft that the state remembers", () => {
    const previous = { fields: { a: "1" }, versionNumber: 1, status: "DRAFT", submit: false };
    assert.deepEqual(lines({ fields: { a: "1" } }, previous, held("SUBMITTED", { a: "edited" })), [
      "look: newestVersion",
      "look: values",
      "refused: VERSION_IN_REVIEW",
    ]);
  });

  it("is the content, too, in a status that this package does not know", () => {
    const previous = { fields: { a: "1" }, versionNumber: 1, status: "STATUS_OF_TOMORROW" };
    assert.deepEqual(lines({ fields: { a: "2" } }, previous, held("STATUS_OF_TOMORROW", { a: "2" })), [
      "look: newestVersion",
      "look: values",
    ]);
  });

  for (const [age, versionNumber] of [
    ["older", 1],
    ["newer", 3],
  ] as const) {
    it(`is everything when the state is about ${age === "older" ? "an older" : "a newer"} version`, () => {
      const previous = { fields: { a: "1" }, versionNumber, status: "APPROVED" };
      const service = held("DRAFT", { a: "other" }, { newestVersion: version("DRAFT", 2) });
      assert.deepEqual(lines({ fields: { a: "1" } }, previous, service), [
        "look: newestVersion",
        "look: values",
        "put a",
        "submit",
        "look: registration",
      ]);
    });
  }

  it("is everything after a run that did not finish, whatever the state says", () => {
    const previous = { versionNumber: 1, status: "SUBMITTED" };
    assert.deepEqual(lines({ fields: { a: "1" } }, previous, held("DRAFT", { a: "1" })), [
      "look: newestVersion, values",
      "submit",
      "look: registration",
    ]);
  });

  it("is not the registration while its version stays where it was", () => {
    const previous = { fields: { a: "1" }, versionNumber: 1, status: "SUBMITTED", whileInReview: "fail" as const };
    assert.deepEqual(lines({ fields: { a: "1" } }, previous, held("SUBMITTED", { a: "1" })), ["look: newestVersion"]);
  });

  it("is the reviewers' words on fields, before a denial is reported", () => {
    const previous = { fields: { a: "1" }, versionNumber: 1, status: "SUBMITTED" };
    assert.deepEqual(lines({ fields: { a: "1" } }, previous, held("DENIED", { a: "1" })), [
      "look: newestVersion",
      "look: values",
      "refused: VERSION_DENIED",
    ]);
  });
});

describe("a new version", () => {
  const previous = { fields: { a: "1", b: "2", c: "3" }, versionNumber: 1, status: "APPROVED" };
  const before = held("APPROVED", { a: "1", b: "2", c: "3" });

  it("is looked at when the one before held what is no longer declared, since a new one might inherit it", () => {
    assert.deepEqual(lines({ fields: { a: "1", b: "new" } }, previous, before), [
      "look: newestVersion",
      "open",
      "look: values",
      "put a",
      "put b",
      "submit",
      "look: registration",
    ]);
  });

  it("keeps what it inherits and loses what is not declared", () => {
    assert.deepEqual(lines({ fields: { a: "1", b: "new" } }, previous, { ...before, inherits: true }), [
      "look: newestVersion",
      "open",
      "look: values",
      "put b",
      "delete c",
      "submit",
      "look: registration",
    ]);
  });

  it("of a form without fields is submitted as it is", () => {
    assert.deepEqual(lines({ fields: {} }, undefined, held("REVOKED", {})), [
      "look: newestVersion, values",
      "open",
      "submit",
      "look: registration",
    ]);
  });
});

describe("a form without fields", () => {
  it("is submitted as it is", () => {
    assert.deepEqual(lines({ fields: {} }, undefined, held("DRAFT", {})), [
      "look: newestVersion, values",
      "submit",
      "look: registration",
    ]);
  });

  it("loses what somebody has put into it", () => {
    assert.deepEqual(lines({ fields: {} }, undefined, held("DRAFT", { a: "1" })), [
      "look: newestVersion, values",
      "delete a",
      "submit",
      "look: registration",
    ]);
  });
});

describe("awsReview", () => {
  it("goes with the submission", () => {
    assert.deepEqual(lines({ fields: {}, awsReview: true }, undefined, held("DRAFT", {})), [
      "look: newestVersion, values",
      "submit to AWS",
      "look: registration",
    ]);
  });
});

describe("a registration that is gone", () => {
  const plan = (observed: Parameters<typeof registrationVersion.plan>[3]) =>
    registrationVersion.plan(registrationId, { registrationId, fields: {} }, undefined, observed);

  it("is refused when it has no version", () => {
    const move = plan({ newestVersion: GONE });
    assert.equal(move.move === "refuse" && move.refusal.code, "REGISTRATION_NOT_FOUND");
  });

  it("is refused when only its versions are still listed", () => {
    const move = plan({ newestVersion: version("SUBMITTED"), values: NO_VALUES, registration: GONE });
    assert.equal(move.move === "refuse" && move.refusal.code, "REGISTRATION_NOT_FOUND");
  });

  it("is not taken for one that is there", () => {
    const move = plan({ newestVersion: version("SUBMITTED"), values: NO_VALUES, registration: REGISTRATION });
    assert.deepEqual(move, { move: "done" });
  });
});
