import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { shardOf, stackName } from "../../../examples/typescript-many-stacks/shards";
import { accountIdOf } from "../../../simulator";
import { shortBrandForm } from "../forms";
import { Stack } from "../stack";

const STACKS = 20;
const IDS = Array.from({ length: 2 * STACKS }, (_, i) => `customer-${i}`);
/** The customer whose form names a legal type that does not exist. */
const BAD = "customer-7";
const STACK_OF_BAD = stackName(shardOf(BAD, STACKS), STACKS);
const TAX_ID = "123456789";

describe("examples/typescript-many-stacks, through the real engine", function () {
  this.timeout(240_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create("typescript-many-stacks");
    await shortBrandForm(stack.control);
    declare("NONSENSE");
  });
  after(() => stack?.close());

  function declare(legalTypeOfBad: string): void {
    const customers = IDS.map((id) => ({
      id,
      fields: {
        "companyInfo.companyName": `Example ${id} LLC`,
        ...(id === BAD ? { "companyInfo.legalType": [legalTypeOfBad] } : {}),
      },
    }));
    writeFileSync(stack.file("customers.json"), JSON.stringify(customers));
    const secrets = IDS.map((id) => [id, { "companyInfo.taxId": TAX_ID }]);
    writeFileSync(stack.file("secrets.json"), JSON.stringify(Object.fromEntries(secrets)));
  }

  /** The driver, as a CI runner starts it. */
  function run(...args: string[]): Promise<{ printed: string; exitCode: number | null }> {
    const command = [require.resolve("ts-node/dist/bin.js"), "run.ts", ...args, "--secrets", "secrets.json"];
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, command, {
        cwd: stack.file("."),
        // Its types are checked by the first run.
        env: { ...stack.pulumi.env, TS_NODE_TRANSPILE_ONLY: String(args.includes("--only")) },
      });
      let printed = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text) => {
          printed += text;
        });
      }
      child.once("error", reject);
      child.once("close", (exitCode) => resolve({ printed, exitCode }));
    });
  }

  async function registrations() {
    const accountId = accountIdOf(String(stack.pulumi.env.AWS_ACCESS_KEY_ID));
    return (await stack.control.account({ accountId, region: "us-east-1" })).registrations;
  }

  it("brings 20 stacks up, some at a time, against one throttled account; a bad form stops nobody else", async () => {
    // The account takes no more than 12 calls a second: fewer than it was asked to take.
    await stack.control.settings({ callsPerSecond: 12 });
    const { printed, exitCode } = await run("up", "--stacks", "20", "--at-once", "4", "--calls-per-second", "20");
    assert.equal(exitCode, 1);
    assert.match(printed, /^20 stacks: 39 SUBMITTED\n1 failed:$/m);
    assert.match(printed, new RegExp(`^${STACK_OF_BAD}, ${BAD}: .*fields\\["companyInfo.legalType"\\]`, "m"));
    assert.ok(!printed.includes(TAX_ID));

    const made = await registrations();
    assert.deepEqual(made.map(({ tags }) => tags.customer).sort(), [...IDS].sort());
    const drafts = made.filter(({ versions }) => versions.map(({ status }) => status).join() !== "SUBMITTED");
    assert.deepEqual(
      drafts.map(({ tags }) => tags.customer),
      [BAD],
    );
    const calls = await stack.control.calls();
    const refused = calls.filter(({ status }) => status !== 200);
    assert.ok(refused.every(({ errorCode }) => errorCode === "ThrottlingException"));
    // Four stacks at a time, of 5 calls a second each. A tenth of a second for the way from there to here.
    const times = calls.map(({ time }) => Date.parse(time));
    const quickest = Math.min(...times.slice(20).map((time, i) => time - Number(times[i])));
    assert.ok(quickest >= 900, `21 calls in ${quickest} ms`);
  });

  it("goes on, from a fresh checkout, with what failed", async () => {
    await stack.control.settings({ callsPerSecond: null });
    for (const name of readdirSync(stack.file("."))) {
      if (name.startsWith("Pulumi.customers-")) rmSync(stack.file(name));
    }
    declare("PRIVATE_PROFIT");
    const calls = await stack.callsOf(async () => {
      const { printed, exitCode } = await run("up", "--stacks", "20", "--only", STACK_OF_BAD);
      assert.equal(exitCode, 0, printed);
    });
    const writes = calls.filter((name) => !/^Describe/.test(name));
    assert.deepEqual(writes, [...Array(3).fill("PutRegistrationFieldValue"), "SubmitRegistrationVersion"]);
    const made = await registrations();
    assert.equal(made.length, IDS.length);
    assert.ok(made.every(({ versions }) => versions.length === 1 && versions[0]?.status === "SUBMITTED"));
  });

  it("tells whom somebody has to look after", async () => {
    const denied = (await registrations()).find(({ tags }) => tags.customer === BAD);
    await stack.control.setStatus(String(denied?.registrationId), { versionStatus: "DENIED" });
    const { printed, exitCode } = await run("refresh", "--stacks", "20", "--only", STACK_OF_BAD);
    assert.match(printed, new RegExp(`^${STACK_OF_BAD}, ${BAD}: DENIED$`, "m"));
    assert.equal(exitCode, 0);
  });

  it("refuses another number of stacks, since it would register the customers again", async () => {
    const { printed, exitCode } = await run("up", "--stacks", "21", "--only", "none");
    assert.match(
      printed,
      /^customers-\d\d-of-20 and others are there: with 21 stacks, customers would be registered again\.$/m,
    );
    assert.equal(exitCode, 1);
  });
});
