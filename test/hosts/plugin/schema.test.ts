import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { LOOKUPS } from "../../../provider/hosts/lookups";
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

  it("has every look-up, with the arguments that it takes", () => {
    type Told = Record<
      string,
      { inputs: { properties: Record<string, { description?: string }>; required: string[] } }
    >;
    const { functions } = JSON.parse(readFileSync(FILE, "utf8")) as { functions: Told };
    const told = Object.entries(functions).map(([token, { inputs }]) => {
      for (const [name, { description }] of Object.entries(inputs.properties)) assert.ok(description, name);
      return [token, Object.keys(inputs.properties), inputs.required];
    });
    const served = Object.entries(LOOKUPS).map(([name, { taken }]) => {
      const needed = Object.entries(taken).filter(([, { isNeeded }]) => isNeeded);
      return [`sms-registrations:index:${name}`, Object.keys(taken).sort(), needed.map(([argument]) => argument)];
    });
    assert.deepEqual(told, served.sort());
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
