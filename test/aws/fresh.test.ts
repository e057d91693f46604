import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isCreatedBy } from "../../provider/aws/fresh";

describe("whether the call that answered with a registration has made it", () => {
  const answeredAtMs = Date.parse("2026-01-01T00:00:10Z");
  const call = { answeredAtMs, tookMs: 300 };

  for (const [createdTimestamp, expected, because] of [
    ["2026-01-01T00:00:10.900Z", true, "the Date header is cut to the second"],
    ["2026-01-01T00:00:10.000Z", true, "it was made in the second of the answer"],
    ["2026-01-01T00:00:09.700Z", true, "it was made while the call was under way"],
    ["2026-01-01T00:00:09.600Z", false, "it was there before the call"],
    ["2025-12-31T00:00:00.000Z", false, "an earlier run has made it"],
  ] as const) {
    it(`is ${expected} for ${createdTimestamp}: ${because}`, () => {
      assert.equal(isCreatedBy(call, createdTimestamp), expected);
    });
  }

  it("is false where the answer has no date: then it is looked at", () => {
    assert.equal(isCreatedBy({ answeredAtMs: undefined, tookMs: 300 }, "2026-01-01T00:00:10Z"), false);
  });
});
