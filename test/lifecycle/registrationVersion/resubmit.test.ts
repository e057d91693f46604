import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { registrationVersion } from "../../../provider/lifecycle/registrationVersion";
import type { VersionInputs, VersionState } from "../../../provider/lifecycle/registrationVersion/declared";
import { follow, NO_VALUES, REGISTRATION, version, withoutLooks } from "./follow";

const inputs: VersionInputs = { registrationId: "registration-1", fields: { a: "1" }, resubmitTrigger: "again" };
const values = { ...NO_VALUES, values: new Map([["a", { text: "1" }]]) };
const wasDenied: VersionState = { ...inputs, resubmitTrigger: undefined, versionNumber: 1, status: "DENIED" };

/** What a run does when it finds this version with the declared content. */
function steps(previous: VersionState, status: string, versionNumber: number): string[] {
  const service = { newestVersion: version(status, versionNumber), values };
  return withoutLooks(follow((seen) => registrationVersion.plan("registration-1", inputs, previous, seen), service));
}

/** The state as the next run finds it: JSON. */
function stored<T>(state: T): T {
  return JSON.parse(JSON.stringify(state));
}

describe("a changed resubmitTrigger", () => {
  it("submits the denied content again, as a new version", () => {
    assert.deepEqual(steps(wasDenied, "DENIED", 1), ["open", "put a", "submit"]);
  });

  it("does so where the state has not heard of the denial yet", () => {
    assert.deepEqual(steps({ ...wasDenied, status: "SUBMITTED" }, "DENIED", 1), ["open", "put a", "submit"]);
  });

  it("still asks after a run of which nobody knows how far it came, and which opened nothing", () => {
    const unfinished = stored(registrationVersion.unfinished(inputs, wasDenied, {}));
    assert.deepEqual(steps(unfinished, "DENIED", 1), ["open", "put a", "submit"]);
  });

  it("asks for nothing more after a run of which nobody knows how far it came, and which did all", () => {
    const unfinished = stored(registrationVersion.unfinished(inputs, wasDenied, {}));
    assert.deepEqual(steps(unfinished, "SUBMITTED", 2), []);
    assert.deepEqual(steps(unfinished, "DENIED", 2), ["refused: VERSION_DENIED"]);
  });

  it("counts as acted upon once the new version is known, however the run ended", () => {
    const unfinished = stored(
      registrationVersion.unfinished(inputs, wasDenied, { newestVersion: version("DRAFT", 2) }),
    );
    assert.equal(unfinished.resubmitTrigger, "again");
    assert.deepEqual(steps(unfinished, "DRAFT", 2), ["submit"]);
    assert.deepEqual(steps(unfinished, "DENIED", 2), ["refused: VERSION_DENIED"]);
  });

  it("asks for nothing more when a refresh has seen the new version before the next run", () => {
    for (const lost of [wasDenied, stored(registrationVersion.unfinished(inputs, wasDenied, {}))]) {
      const found = registrationVersion.read("registration-1", lost, {
        newestVersion: version("DENIED", 2),
        values,
        registration: REGISTRATION,
      });
      assert.deepEqual(steps(stored(found?.state ?? {}), "DENIED", 2), ["refused: VERSION_DENIED"]);
    }
  });

  it("asks for nothing more when a run that knew of no version got lost, and a refresh has seen the new one", () => {
    const nothingKnown = stored(
      registrationVersion.unfinished({ ...inputs, resubmitTrigger: undefined }, undefined, {}),
    );
    for (const lost of [nothingKnown, stored(registrationVersion.unfinished(inputs, nothingKnown, {}))]) {
      const seen = { newestVersion: version("DENIED", 1), values, registration: REGISTRATION };
      const found = registrationVersion.read("registration-1", lost, seen);
      assert.deepEqual(steps(stored(found?.state ?? {}), "DENIED", 1), ["refused: VERSION_DENIED"]);
    }
  });

  it("asks again after that refusal, when it changes again", () => {
    const refused = registrationVersion.unfinished(
      inputs,
      { ...wasDenied, lastRunVersionNumber: 1, versionNumber: 2 },
      {
        newestVersion: version("DENIED", 2),
      },
    );
    assert.deepEqual(steps({ ...stored(refused), resubmitTrigger: "before" }, "DENIED", 2), [
      "open",
      "put a",
      "submit",
    ]);
  });

  it("means nothing to a version that was not denied", () => {
    assert.deepEqual(steps({ ...wasDenied, status: "APPROVED" }, "APPROVED", 1), []);
  });

  it("means nothing when the resource is new", () => {
    const service = { newestVersion: version("DENIED"), values };
    const lines = follow((seen) => registrationVersion.plan("registration-1", inputs, undefined, seen), service);
    assert.deepEqual(withoutLooks(lines), ["refused: VERSION_DENIED"]);
  });
});
