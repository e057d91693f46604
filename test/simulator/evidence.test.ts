import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forms, type Rule, rules } from "../../simulator";
import { formProblems, problemOf } from "../../simulator/forms/validate";
import { operations } from "../../simulator/operations";
import { completeForm } from "./simulated";

const root = join(__dirname, "../../simulator");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => [file, readFileSync(join(root, file), "utf8")] as const);

describe("simulator: evidence", () => {
  const catalogue = Object.entries<Rule>(rules);

  it("lists what nobody has said, so that the first person with an account knows what to try", () => {
    const assumed = catalogue.filter(([, { evidence }]) => evidence === "assumed");
    assert.ok(assumed.length > 0);
    console.log(assumed.map(([name, { says }]) => `      assumed  ${name}: ${says}`).join("\n"));
  });

  it("is named for every rule, and every rule that refuses is one that some operation follows", () => {
    const code = sources.filter(([file]) => file !== "reasons.ts").map(([, text]) => text);
    for (const [name, { code: errorCode, evidence, says }] of catalogue) {
      assert.ok(["model", "guide", "field", "assumed"].includes(evidence) && says.length > 10, name);
      if (errorCode)
        assert.ok(
          code.some((text) => text.includes(`"${name}"`)),
          name,
        );
    }
  });
});

describe("simulator: its sources", () => {
  it("import nothing of the provider and no AWS client: one mistake must not hide in both", () => {
    for (const [file, text] of sources) {
      const imports = [...text.matchAll(/\b(?:from |require\()"([^"\s]+)"/g)].map(([, name]) => String(name));
      const foreign = imports.filter(
        (name) => !name.startsWith(".") && !name.startsWith("node:") && name !== "commander",
      );
      assert.deepEqual(foreign, [], file);
      const climbing = imports.filter((name) => name.startsWith("../".repeat(file.split("/").length)));
      assert.deepEqual(climbing, [], file);
    }
  });

  it("have a file for every operation, under AWS's name", () => {
    const files = readdirSync(join(root, "operations")).filter((file) => file !== "index.ts");
    const names = [...operations.keys()].map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}.ts`);
    assert.deepEqual(files.sort(), names.sort());
    assert.equal(names.length, 21);
  });

  it("are short enough to read", () => {
    const long = sources.filter(([, text]) => text.split("\n").length > 250).map(([file]) => file);
    // One table, one entry a rule: it is looked up, not read.
    assert.deepEqual(long, ["reasons.ts"]);
  });
});

describe("simulator: the forms", () => {
  for (const form of forms.values()) {
    it(`${form.type} can be filled in, and asks for nothing that is not there`, () => {
      const paths = new Set(form.fields.map(({ FieldPath }) => FieldPath));
      const sections = new Set(form.sections.map(({ path }) => path));
      assert.equal(paths.size, form.fields.length);
      for (const { FieldPath, SectionPath, ConditionalBehavior } of form.fields) {
        assert.ok(sections.has(SectionPath) && FieldPath.startsWith(`${SectionPath}.`), FieldPath);
        const conditions = ConditionalBehavior?.Rules.flatMap(({ Conditions }) => Conditions) ?? [];
        for (const { DependsOnFieldPath } of conditions) assert.ok(paths.has(DependsOnFieldPath), FieldPath);
      }
      const values = new Map(
        Object.entries(completeForm(form.type)).map(([path, value]) => [
          path,
          Object.values(value)[0] as string | string[],
        ]),
      );
      const fields = new Map(form.fields.map((field) => [field.FieldPath, field]));
      for (const [path, value] of values) {
        const field = fields.get(path);
        assert.ok(field && problemOf(field, value) === undefined, path);
      }
      const { missing, wrong } = formProblems(form.fields, values);
      const unfilled = missing.filter(({ Name }) => fields.get(Name)?.FieldRequirement === "REQUIRED");
      assert.deepEqual(wrong, []);
      assert.ok(unfilled.every(({ Name }) => fields.get(Name)?.FieldType === "ATTACHMENT"));
    });
  }
});
