import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ServiceError } from "../../provider/aws";
import { DELETE_WITH_OTHERS, NO_RETRY, retry, SUBMIT_AFTER_PUTS } from "../../provider/aws/retry";

function refusal(reason: string): ServiceError {
  return new ServiceError(
    "submitRegistrationVersion",
    "registration-1",
    "ConflictException",
    reason,
    "no",
    undefined,
    {},
  );
}

/** Makes a call that fails so often; returns the pauses that were made, and how it ended. */
async function attempts(policy: typeof NO_RETRY, failures: number, error: Error) {
  const pausesMs: number[] = [];
  let calls = 0;
  const end = await retry(
    policy,
    async () => {
      if (calls++ < failures) throw error;
      return "done";
    },
    async (ms) => pausesMs.push(ms),
  ).catch((thrown) => thrown);
  return { calls, pausesMs, end };
}

describe("a submission right after the puts", () => {
  const notYet = refusal("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED");

  it("is tried again until the values are visible", async () => {
    assert.deepEqual(await attempts(SUBMIT_AFTER_PUTS, 2, notYet), { calls: 3, pausesMs: [500, 1_000], end: "done" });
  });

  it("fails with the service's own error when they never are", async () => {
    assert.deepEqual(await attempts(SUBMIT_AFTER_PUTS, 99, notYet), {
      calls: 6,
      pausesMs: [500, 1_000, 2_000, 4_000, 8_000],
      end: notYet,
    });
  });

  it("fails at once for any other reason", async () => {
    for (const error of [
      refusal("REGISTRATION_ALREADY_SUBMITTED"),
      new Error("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"),
    ]) {
      assert.deepEqual(await attempts(SUBMIT_AFTER_PUTS, 99, error), { calls: 1, pausesMs: [], end: error });
    }
  });
});

describe("a deletion beside what refers to it", () => {
  it("is tried again until that is gone", async () => {
    for (const reason of ["RESOURCE_DELETION_NOT_ALLOWED", "RESOURCE_NOT_EMPTY"]) {
      const end = await attempts(DELETE_WITH_OTHERS, 1, refusal(reason));
      assert.deepEqual(end, { calls: 2, pausesMs: [250], end: "done" });
    }
  });

  it("fails when it stays, and at once for any other reason", async () => {
    const stays = refusal("RESOURCE_NOT_EMPTY");
    const { calls, end } = await attempts(DELETE_WITH_OTHERS, 99, stays);
    assert.deepEqual([calls, end], [6, stays]);
    const other = refusal("REGISTRATION_NOT_COMPLETE");
    assert.deepEqual(await attempts(DELETE_WITH_OTHERS, 99, other), { calls: 1, pausesMs: [], end: other });
  });
});

describe("any other call", () => {
  it("is made once", async () => {
    const error = refusal("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED");
    assert.deepEqual(await attempts(NO_RETRY, 99, error), { calls: 1, pausesMs: [], end: error });
  });
});
