import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BRAND, BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

/** Looks like nothing else on this machine; each stands for a value of an applicant. */
const TAX_ID = "867530941";
const SECRET_NAME = "Canary-Kx7Qv Roasters";

describe("secret values, in everything that a run leaves at the most verbose logging", function () {
  this.timeout(240_000);
  let stack: Stack;
  const startedMs = Date.now();
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  /** Runs a command as verbosely as the engine can. */
  async function verbose(...args: string[]) {
    const { stdout, stderr, exitCode } = await stack.pulumi.run(...args, "-v=9", "--logtostderr");
    return { text: stdout + stderr, exitCode };
  }

  function assertHidden(text: string, where: string): void {
    for (const canary of [TAX_ID, SECRET_NAME]) {
      const at = text.indexOf(canary);
      assert.ok(at < 0, `${where}: ${text.slice(Math.max(0, at - 200), at + 20)}`);
    }
  }

  it("are in no state, and in no file that is left", async () => {
    const { "companyInfo.taxId": _, "companyInfo.companyName": __, ...fields } = BRAND_FIELDS;
    const secretFields = { "companyInfo.taxId": TAX_ID, "companyInfo.companyName": SECRET_NAME };
    stack.declare({ registration: BRAND, version: { fields, secretFields } });
    await stack.up("--skip-preview");
    const [registration] = (await stack.control.account()).registrations;
    assert.equal(registration?.versions[0]?.fields["companyInfo.taxId"], TAX_ID);

    assertHidden(await stack.pulumi.must("stack", "export"), "the exported stack");
    const home = String(stack.pulumi.env.HOME);
    for (const file of filesBelow(home)) assertHidden(readFileSync(file, "latin1"), file);
    for (const file of recentFiles(tmpdir(), startedMs)) assertHidden(readFileSync(file, "latin1"), file);
    assertHidden(JSON.stringify(await stack.control.calls()), "the simulator's log");
  });

  it("are in nothing that the provider says, whatever is refused", async () => {
    await stack.control.setStatus(await stack.registrationId(), { versionStatus: "DENIED" });
    await stack.control.faults([
      {
        operation: "PutRegistrationFieldValue",
        times: "always",
        fault: { kind: "refuse", code: "ValidationException", message: `No: ${TAX_ID} and ${SECRET_NAME}` },
      },
    ]);
    const { "companyInfo.taxId": _, "companyInfo.companyName": __, ...fields } = BRAND_FIELDS;
    const secretFields = { "companyInfo.taxId": TAX_ID, "companyInfo.companyName": SECRET_NAME };
    stack.declare({
      registration: BRAND,
      version: { fields: { ...fields, "companyInfo.city": "Tacoma" }, secretFields },
    });
    await stack.pulumi.must("refresh", "--yes");
    const { text, exitCode } = await verbose("up", "--yes", "--skip-preview");
    assert.notEqual(exitCode, 0);
    assert.match(text, /PutRegistrationFieldValue failed/);
    const said = text
      .split("\n")
      .filter((line) => /PutRegistrationFieldValue|registration-[0-9a-f]{32}.*failed/.test(line));
    assertHidden(said.join("\n"), "what is said of the refusal");
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("pulumi-"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Files right in the folder, changed since then. */
function recentFiles(folder: string, sinceMs: number): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(folder, entry.name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= sinceMs);
}
