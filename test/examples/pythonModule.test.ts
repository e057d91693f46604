import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { schema } from "../../provider/hosts/plugin/schema";

const MODULE = path.resolve(__dirname, "../../examples/python-toll-free/sms_registrations.py");

/** The Pulumi names that each class of the module declares. */
function declared(): Map<string, string[]> {
  const [, ...classes] = readFileSync(MODULE, "utf8").split(/^class /m);
  return new Map(
    classes.map((text): [string, string[]] => [
      text.slice(0, text.search(/\W/)),
      [...text.matchAll(/pulumi\.property\(\s*"(\w+)"/g)].map(([, name = ""]) => name).sort(),
    ]),
  );
}

describe("the Python module of examples/python-toll-free", () => {
  const resources = Object.entries(schema().resources) as unknown as [
    string,
    { inputProperties: object; properties: object },
  ][];

  for (const [token, { inputProperties, properties }] of resources) {
    const type = token.slice(token.lastIndexOf(":") + 1);

    it(`has the arguments and outputs of ${type}`, () => {
      assert.deepEqual(declared().get(`${type}Args`), Object.keys(inputProperties).sort());
      assert.deepEqual(declared().get(type), Object.keys(properties).sort());
    });

    it(`registers ${type} by its token`, () => {
      assert.ok(readFileSync(MODULE, "utf8").includes(`super().__init__("${token}",`));
    });
  }
});
