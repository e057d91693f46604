import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { LIFECYCLES } from "../../../provider/hosts/registry";
import { generateSchema } from "../../../tools/schema/generate";

const FILE = path.resolve(__dirname, "../../../schema.json");

describe("schema.json", function () {
  this.timeout(60_000);

  it("is what `npm run schema` makes of the resources' definitions and docstrings", () => {
    assert.equal(readFileSync(FILE, "utf8"), generateSchema(), "run `npm run schema`");
  });

  it("has every resource, and documents every argument", () => {
    const { resources } = JSON.parse(readFileSync(FILE, "utf8"));
    assert.deepEqual(
      Object.keys(resources),
      Object.keys(LIFECYCLES)
        .sort()
        .map((type) => `sms-registrations:index:${type}`),
    );
    for (const { inputProperties } of Object.values<{ inputProperties: Record<string, { description?: string }> }>(
      resources,
    )) {
      for (const [name, { description }] of Object.entries(inputProperties)) assert.ok(description, name);
    }
  });

  it("is checked by Pulumi without a warning", function () {
    const engine = process.env.PULUMI_SMS_REGISTRATIONS_ENGINE;
    if (engine === undefined) return this.skip();
    const env = {
      ...process.env,
      PATH: `${engine}${path.delimiter}${process.env.PATH}`,
      PULUMI_SKIP_UPDATE_CHECK: "true",
    };
    const printed = execFileSync("pulumi", ["schema", "check", FILE], {
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    assert.equal(printed.trim(), "");
  });
});
