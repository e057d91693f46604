import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { install } from "./stack";

describe("the package, as npm packs it", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = path.join(install().directory, "node_modules/pulumi-sms-registrations");
  });

  it("is a plugin folder: PulumiPlugin.yaml, and a compiled main that tells its port", async () => {
    assert.equal(readFileSync(path.join(folder, "PulumiPlugin.yaml"), "utf8").trim(), "runtime: nodejs");
    const main = require.resolve(folder);
    assert.match(main, /\.js$/);
    const child = spawn(process.execPath, [main], { stdio: ["ignore", "pipe", "inherit"] });
    const [port] = await once(createInterface({ input: child.stdout }), "line");
    child.kill();
    assert.match(String(port), /^\d+$/);
  });

  it("has the schema, for `pulumi package add`", () => {
    const engine = process.env.PULUMI_SMS_REGISTRATIONS_ENGINE;
    assert.ok(engine, "run these tests with `npm test`");
    const plugin = path.join(folder, "bin/pulumi-resource-sms-registrations");
    const printed = execFileSync(path.join(engine, "pulumi"), ["package", "get-schema", plugin], {
      encoding: "utf8",
      env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    });
    const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const { resources, ...schema } = JSON.parse(printed);
    assert.deepEqual([`pulumi-${schema.name}`, schema.version], [name, version]);
    assert.equal(Object.keys(resources).length, 4);
  });

  it("has the command line, with both commands", () => {
    const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const main = path.join(folder, bin["pulumi-sms-registrations"]);
    const help = execFileSync(process.execPath, [main, "--help"], { encoding: "utf8" });
    assert.match(help, /^ {2}simulator /m);
    assert.match(help, /^ {2}migrate /m);
  });
});
