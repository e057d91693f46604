import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TOLL_FREE, TOLL_FREE_FIELDS } from "./forms";
import { Stack } from "./stack";
import { allFour, yamlProgram } from "./yamlProgram";

describe("moving a stack of dynamic resources to the plugin, through the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let phoneNumberId: string;
  let ids: Map<string, string | undefined>;
  before(async () => {
    stack = await Stack.create();
    stack.linkModules();
    copyFileSync(path.join(__dirname, "../../examples/yaml-toll-free/opt-in.png"), stack.file("opt-in.png"));
    phoneNumberId = await stack.phoneNumber("TOLL_FREE");
  });
  after(() => stack?.close());

  const idsByType = async () =>
    new Map((await stack.pulumi.resources()).map(({ type, id }) => [String(type.split(":").at(-1)), id]));
  const writesOf = async (run: () => Promise<unknown>) =>
    (await stack.callsOf(run)).filter((name) => !/^(Describe|List)/.test(name));

  it("begins with all four resources in TypeScript", async () => {
    const registrationId = { $id: "registration" };
    const fields = { ...TOLL_FREE_FIELDS, "messagingUseCase.optInImage": { attachmentId: { $id: "picture" } } };
    const version = { registrationId, ...TOLL_FREE, associations: [phoneNumberId], fields };
    stack.declare({
      resources: [
        { type: "Registration", name: "registration", args: { ...TOLL_FREE, tags: { team: "messaging" } } },
        { type: "RegistrationAttachment", name: "picture", args: { file: "opt-in.png" } },
        { type: "RegistrationAssociation", name: "number", args: { registrationId, resourceId: phoneNumberId } },
        { type: "RegistrationVersion", name: "version", args: version },
      ],
    });
    await stack.up("--skip-preview");
    ids = await idsByType();
    assert.equal(ids.size, 4);
  });

  it("is an export, the command and an import, with the secrets as they are", async () => {
    await stack.pulumi.must("stack", "export", "--file", "dynamic.json");
    const main = stack.file("node_modules/pulumi-sms-registrations/dist/commands/main.js");
    execFileSync(process.execPath, [main, "migrate", "dynamic.json", "--out", "plugin.json"], {
      cwd: stack.file("."),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [dynamic, plugin] = ["dynamic.json", "plugin.json"].map((name) => readFileSync(stack.file(name), "utf8"));
    const ciphertexts = (text = "") => text.match(/"ciphertext": "[^"]+"/g);
    assert.ok(ciphertexts(dynamic)?.length);
    assert.deepEqual(ciphertexts(plugin), ciphertexts(dynamic));
    await stack.pulumi.must("stack", "import", "--file", "plugin.json");
    assert.deepEqual(await idsByType(), ids);
  });

  it("has nothing to do for the equal YAML program, before a refresh and after it", async () => {
    writeFileSync(stack.file("Pulumi.yaml"), yamlProgram("form", allFour(phoneNumberId)));
    await stack.configure({ plain: { "sms-registrations:region": "us-east-1" } });
    assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
    assert.deepEqual(await writesOf(() => stack.up("--skip-preview", "--expect-no-changes")), []);
    await stack.pulumi.must("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.pulumi.must("preview", "--expect-no-changes");
  });

  it("changes and destroys what it has taken over, and creates nothing", async () => {
    const changed = allFour(phoneNumberId).replace('"team":"messaging"', '"team":"growth"');
    writeFileSync(stack.file("Pulumi.yaml"), yamlProgram("form", changed));
    assert.deepEqual(await writesOf(() => stack.up("--skip-preview")), ["TagResource"]);
    assert.deepEqual(await idsByType(), ids);
    await stack.control.setStatus(String(ids.get("Registration")), { versionStatus: "APPROVED" });
    await stack.control.release(phoneNumberId);
    await stack.pulumi.must("destroy", "--yes", "--skip-preview");
    const { registrations, attachments } = await stack.control.account({ region: "us-east-1" });
    assert.deepEqual([registrations, attachments], [[], []]);
  });
});
