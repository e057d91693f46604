import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultRule } from "../../simulator";
import { BRAND, BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

/** Runs `pulumi up` until the service does not answer, then kills the engine, its hosts and the provider. */
async function killedUp(stack: Stack, rule: FaultRule): Promise<void> {
  await stack.control.faults([rule]);
  const args = ["--non-interactive", "--color=never", "up", "--yes", "--skip-preview"];
  const child = spawn("pulumi", args, { cwd: stack.file("."), env: stack.pulumi.env, stdio: "ignore", detached: true });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver && (await stack.control.firedFaults()).length === 0) await sleep(50);
  assert.ok(!isOver && child.pid !== undefined, "the run ended before it could be killed");
  // Its own process group: those that it started go with it.
  process.kill(-child.pid, "SIGKILL");
  await ended;
  await stack.control.clearFaults();
  await stack.pulumi.must("cancel", "--yes");
}

describe("an engine that is killed while the service has not answered", function () {
  this.timeout(240_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  const hang = { kind: "hang" } as const;
  const account = async () => {
    const { registrations } = await stack.control.account();
    return registrations.map(({ tags, versions }) => ({
      tags,
      versions: versions.map(({ status, fields }) => [status, Object.keys(fields).length]),
    }));
  };
  const fields = Object.keys(BRAND_FIELDS).length;
  const registration = { ...BRAND, tags: { team: "sms" } };
  const submitted = [{ tags: { team: "sms" }, versions: [["SUBMITTED", fields]] }];

  it("makes no second registration when it dies in CreateRegistration", async () => {
    stack.declare({ registration, version: { fields: BRAND_FIELDS } });
    await killedUp(stack, { operation: "CreateRegistration", fault: hang });
    assert.equal((await account()).length, 1);
    // Before anything is made anew: what the next test needs is a form half-filled.
    await killedUp(stack, { operation: "PutRegistrationFieldValue", nth: 5, fault: hang });
    assert.equal((await account()).length, 1);
  });

  it("goes on in the same draft, and submits it once, when it dies in the submission", async () => {
    await killedUp(stack, { operation: "SubmitRegistrationVersion", fault: hang });
    assert.deepEqual(await account(), submitted);
    await stack.up("--skip-preview");
    assert.deepEqual(await account(), submitted);
    await stack.pulumi.must("preview", "--expect-no-changes");
  });

  it("opens one version only when it dies in an update, in CreateRegistrationVersion", async () => {
    await stack.control.setStatus(await stack.registrationId(), { versionStatus: "DENIED" });
    await stack.pulumi.must("refresh", "--yes");
    stack.declare({ registration, version: { fields: { ...BRAND_FIELDS, "companyInfo.city": "Tacoma" } } });
    await killedUp(stack, { operation: "CreateRegistrationVersion", fault: hang });
    await stack.up("--skip-preview");
    const versions = [
      ["DENIED", fields],
      ["SUBMITTED", fields],
    ];
    assert.deepEqual(await account(), [{ tags: { team: "sms" }, versions }]);
    await stack.pulumi.must("preview", "--expect-no-changes");
  });
});
