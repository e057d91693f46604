import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { Stack } from "./stack";
import { allFour, yamlProgram } from "./yamlProgram";

const NAMES = {
  Registration: "registration",
  RegistrationAssociation: "number",
  RegistrationAttachment: "picture",
  RegistrationVersion: "version",
};

describe("pulumi import, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  let imported: string;
  before(async () => {
    stack = await Stack.create("yaml-toll-free");
    stack.linkModules();
    const phoneNumberId = await stack.phoneNumber("TOLL_FREE");
    await stack.configure({ plain: { "sms-registrations:region": "us-east-1" } });
    program(allFour(phoneNumberId));
    await stack.up("--skip-preview");
  });
  after(() => stack?.close());

  function program(body: string): void {
    writeFileSync(stack.file("Pulumi.yaml"), yamlProgram("yaml-toll-free", body));
  }

  it("takes each of the four resources by what its id is, with no write call", async () => {
    const resources = (await stack.pulumi.resources()).map(({ type, id }) => {
      const name = NAMES[type.split(":").at(-1) as keyof typeof NAMES];
      return { type, name, id };
    });
    assert.deepEqual(resources.map(({ name }) => name).sort(), Object.values(NAMES).sort());
    await stack.pulumi.must("state", "delete", "--all", "--yes");
    program("");
    writeFileSync(stack.file("import.json"), JSON.stringify({ resources }));
    const flags = ["--yes", "--skip-preview", "--protect=false", "--out", "imported.yaml"];
    const calls = await stack.callsOf(() => stack.pulumi.must("import", "--file", "import.json", ...flags));
    assert.deepEqual(
      calls.filter((name) => !/^(Describe|List)/.test(name)),
      [],
    );
    imported = readFileSync(stack.file("imported.yaml"), "utf8");
  });

  it("writes a program in which the tax number is a secret, and the form refers to registration and picture", () => {
    assert.match(imported, /companyInfo\.taxId:\s+fn::secret:/);
    assert.match(imported, /registrationId: \$\{registration\.id\}/);
    assert.match(imported, /attachmentId: \$\{picture\.id\}/);
  });

  it("writes a program that previews without a change", async () => {
    program(imported);
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
  });

  it("manages what it has imported: a changed tag is one write", async () => {
    program(imported.replace("team: messaging", "team: growth"));
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.deepEqual(
      calls.filter((name) => !/^(Describe|List)/.test(name)),
      ["TagResource"],
    );
  });
});
