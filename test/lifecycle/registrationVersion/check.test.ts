import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printProblem } from "../../../provider/lifecycle/printProblem";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { checkVersion } from "../../../provider/lifecycle/registrationVersion/check";

/** Where each problem is, and its code. */
function codes(inputs: Record<string, unknown>): string[] {
  return checkVersion(inputs).map(({ path, code }) => `${path.join(" > ")}: ${code}`);
}

const registrationId = "registration-0123456789abcdef0123456789abcdef";

describe("the arguments of a version", () => {
  it("are fine when they are complete", () => {
    assert.deepEqual(
      codes({
        registrationId,
        fields: { "a.text": "1", b: ["A", "B"], c: { attachmentId: "attachment-1" }, d: undefined, e: null, f: [] },
        submit: false,
        awsReview: true,
        whileInReview: "discard",
        resubmitTrigger: "again",
        region: "us-east-1",
      }),
      [],
    );
  });

  it("may name the registration by its ARN", () => {
    assert.deepEqual(
      codes({ registrationId: `arn:aws:sms-voice:us-east-1:111122223333:registration/${registrationId}`, fields: {} }),
      [],
    );
  });

  it("may be unknown, whole or in part", () => {
    assert.deepEqual(codes({ registrationId: UNKNOWN, fields: UNKNOWN, submit: UNKNOWN, region: UNKNOWN }), []);
    const fields = { a: UNKNOWN, b: ["A", UNKNOWN], c: { attachmentId: UNKNOWN } };
    assert.deepEqual(codes({ registrationId: UNKNOWN, fields, whileInReview: UNKNOWN, resubmitTrigger: UNKNOWN }), []);
  });

  it("have all their problems reported together", () => {
    assert.deepEqual(
      codes({
        submit: "yes",
        awsReview: 1,
        whileInReview: "perhaps",
        resubmitTrigger: 7,
        region: "US East",
        fields: { "not a path": "1", empty: "", long: "x".repeat(2049), number: 3, many: Array(101).fill("A") },
      }),
      [
        "registrationId: required",
        "submit: type",
        "awsReview: type",
        "whileInReview: choice",
        "resubmitTrigger: type",
        "region: pattern",
        "fields > not a path: fieldPath",
        "fields > empty: empty",
        "fields > long: tooLong",
        "fields > number: type",
        "fields > many: tooManyChoices",
      ],
    );
  });

  it("must have fields", () => {
    assert.deepEqual(codes({ registrationId }), ["fields: type"]);
    assert.deepEqual(codes({ registrationId, fields: null }), ["fields: type"]);
    assert.deepEqual(codes({ registrationId, fields: ["a"] }), ["fields: type"]);
  });

  for (const [what, value, code] of [
    ["a number", 1, "type"],
    ["a boolean", true, "type"],
    ["an object that is no attachment", { id: "1" }, "type"],
    ["an attachment with more than its id", { attachmentId: "attachment-1", path: "x" }, "type"],
    ["an attachment whose id is none", { attachmentId: "no id!" }, "attachmentId"],
    ["a list with an empty choice", ["A", ""], "type"],
    ["a list with a choice that is too long", ["x".repeat(257)], "type"],
    ["a list of lists", [["A"]], "type"],
  ] as const) {
    it(`do not take ${what} for a value`, () => {
      assert.deepEqual(codes({ registrationId, fields: { a: value } }), [`fields > a: ${code}`]);
    });
  }

  it("count characters as people do", () => {
    assert.deepEqual(codes({ registrationId, fields: { a: "🙂".repeat(2048) } }), []);
  });

  it("take __proto__ for a field path like any other", () => {
    assert.deepEqual(codes({ registrationId, fields: JSON.parse('{"__proto__": ""}') }), ["fields > __proto__: empty"]);
  });

  it("never show the value of a field", () => {
    const secret = "12-3456789";
    const fields = {
      a: [secret, ""],
      b: { attachmentId: `${secret}!` },
      c: { [secret]: secret },
      d: secret.repeat(300),
    };
    const text = checkVersion({ registrationId: `${secret}!`, fields, resubmitTrigger: 1, region: `${secret}!` })
      .map(printProblem)
      .join("\n");
    assert.equal(text.split("\n").length, 7);
    assert.ok(!text.includes(secret), text);
  });
});
