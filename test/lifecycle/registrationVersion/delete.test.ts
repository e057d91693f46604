import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GONE } from "../../../provider/lifecycle/observation";
import { planVersionDelete } from "../../../provider/lifecycle/registrationVersion/delete";
import { STATUS_RULES } from "../../../provider/lifecycle/registrationVersion/status";
import { follow, NO_VALUES, version } from "./follow";

const FINAL = ["APPROVED", "DENIED", "REVOKED", "ARCHIVED"];

function lines(status: string): string[] {
  const service = { newestVersion: version(status), values: NO_VALUES };
  return follow((observed) => planVersionDelete("registration-1", observed), service);
}

describe("deleting a version", () => {
  for (const status of [...Object.keys(STATUS_RULES), "STATUS_OF_TOMORROW"].filter(
    (s) => ![...FINAL, "DISCARDED"].includes(s),
  )) {
    it(`discards it when it is ${status}`, () => {
      assert.deepEqual(lines(status), ["look: newestVersion", "discard"]);
    });
  }

  for (const status of FINAL) {
    it(`says that there is nothing to discard when it is ${status}, and succeeds`, () => {
      assert.deepEqual(lines(status), [
        "look: newestVersion",
        `Version 1 of registration-1 is ${status}: there is nothing to discard. It stays with its registration.`,
      ]);
    });
  }

  it("has nothing to say when it was discarded elsewhere", () => {
    assert.deepEqual(lines("DISCARDED"), ["look: newestVersion"]);
  });

  it("succeeds when the registration is gone", () => {
    assert.deepEqual(planVersionDelete("registration-1", { newestVersion: GONE }), { move: "done" });
  });
});
