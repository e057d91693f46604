import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { copyExample } from "../../../tools/workspace/installedPackage";
import { install, Stack } from "../stack";

type Registrations = Record<string, { registrationId: string; status: string; denial: string[] }>;

describe("examples/typescript-status-events, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  let example: string;
  let webhook: Server;
  const told: string[] = [];
  before(async () => {
    stack = await Stack.create("typescript-many-customers");
    const secret = { "taxIds.coffee": "111222333", "taxIds.clinic": "444555666", "taxIds.shelter": "777888999" };
    await stack.configure({ secret }, "--path");
    await stack.up("--skip-preview");
    example = copyExample(install(), "typescript-status-events", `events-${process.pid}`);
    webhook = createServer((request, response) => {
      request.setEncoding("utf8").on("data", (body) => told.push(JSON.parse(body).text));
      request.on("end", () => response.end());
    });
    await new Promise<void>((resolve) => webhook.listen(0, "127.0.0.1", resolve));
  });
  after(async () => {
    webhook?.close();
    await stack?.close();
  });

  const registrations = async () => (await stack.outputs()).registrations as Registrations;

  it("brings a denial into the stack and to a person, with the calls of one registration", async () => {
    const { registrationId = "" } = (await registrations()).clinic ?? {};
    await stack.control.setStatus(registrationId, {
      versionStatus: "DENIED",
      deniedReasons: [{ Reason: "ADDRESS_MISMATCH", ShortDescription: "The address is not the company's" }],
      fields: [{ FieldPath: "companyInfo.address", Feedback: "Give the registered office" }],
    });
    const event = {
      source: "aws.sms-voice",
      "detail-type": "Registration Status Change",
      detail: {
        registrationDetails: {
          registrationId,
          registrationVersionNumber: 1,
          registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
          registrationStatusChangeTimestamp: Date.now(),
          currentStatus: "DENIED",
        },
      },
    };
    writeFileSync(path.join(example, "event.json"), JSON.stringify(event));
    const { port } = webhook.address() as AddressInfo;
    const env = { ...stack.pulumi.env, PROGRAM: stack.file("."), STACK: "test", WEBHOOK: `http://127.0.0.1:${port}` };
    const tsNode = require.resolve("ts-node/dist/bin.js");
    const since = (await stack.control.calls()).length;
    const { stdout } = await promisify(execFile)(process.execPath, [tsNode, "index.ts", "event.json"], {
      cwd: example,
      env,
    });
    const calls = (await stack.control.calls()).slice(since);
    assert.equal(stdout.trim(), "handled");
    // The version, its values, and its registration; of the other customers nothing is asked.
    const named = calls.filter((call) => call.operation !== "DescribeRegistrations");
    assert.ok(
      calls.length <= 3 && named.every((call) => call.registrationId === registrationId),
      JSON.stringify(calls),
    );

    const { clinic, coffee } = await registrations();
    const denial = ["The address is not the company's", "companyInfo.address: Give the registered office"];
    assert.deepEqual([clinic?.status, clinic?.denial, coffee?.status], ["DENIED", denial, "SUBMITTED"]);
    assert.deepEqual(told, [
      [
        `Version 1 of ${registrationId} (US_TEN_DLC_BRAND_REGISTRATION, stack test) is DENIED. Correct the fields and run \`pulumi up\`.`,
        ...denial.map((reason) => `- ${reason}`),
      ].join("\n"),
    ]);
  });
});
