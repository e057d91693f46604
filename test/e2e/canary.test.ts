import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BRAND, BRAND_FIELDS } from "./forms";
import { HOSTS } from "./hosts";
import type { Stack } from "./stack";

/** Looks like nothing else on this machine; each stands for a value of an applicant. */
const TAX_ID = "867530941";
const SECRET_NAME = "Canary-Kx7Qv Roasters";

for (const { title, create, declare } of HOSTS) {
  describe(`secret values, in everything that a run leaves at the most verbose logging, with ${title}`, function () {
    this.timeout(240_000);
    let stack: Stack;
    const startedMs = Date.now();
    before(async () => {
      stack = await create();
    });
    after(() => stack?.close());

    const declareForm = (changed: object = {}) =>
      declare(stack, [
        { type: "Registration", name: "registration", args: BRAND },
        {
          type: "RegistrationVersion",
          name: "version",
          args: {
            registrationId: { $id: "registration" },
            fields: {
              ...BRAND_FIELDS,
              ...changed,
              "companyInfo.taxId": { $secret: TAX_ID },
              "companyInfo.companyName": { $secret: SECRET_NAME },
            },
          },
        },
      ]);

    function assertHidden(text: string, where: string): void {
      for (const canary of [TAX_ID, SECRET_NAME]) {
        const at = text.indexOf(canary);
        assert.ok(at < 0, `${where}: ${text.slice(Math.max(0, at - 200), at + 20)}`);
      }
    }

    it("are in no state, in no file that is left, and in no title or environment of a process", async () => {
      declareForm();
      const processes = watchProcesses(String(stack.pulumi.env.HOME));
      await stack.up("--skip-preview");
      const seen = processes.stop();
      if (existsSync("/proc/self/environ"))
        assert.match(seen, title === "the plugin" ? /pulumi-resource-sms-registrations/ : /dynamic-provider/);
      assertHidden(seen, "the processes");
      const [registration] = (await stack.control.account()).registrations;
      assert.equal(registration?.versions[0]?.fields["companyInfo.taxId"], TAX_ID);

      assertHidden(await stack.pulumi.must("stack", "export"), "the exported stack");
      const home = String(stack.pulumi.env.HOME);
      for (const file of filesBelow(home)) assertHidden(readFileSync(file, "latin1"), file);
      for (const file of recentFiles(tmpdir(), startedMs)) assertHidden(readFileSync(file, "latin1"), file);
      assertHidden(JSON.stringify(await stack.control.calls()), "the simulator's log");
    });

    it("are in nothing that the provider says, whatever is refused", async () => {
      const { registrations } = await stack.control.account();
      await stack.control.setStatus(registrations[0]?.registrationId ?? "", { versionStatus: "DENIED" });
      const refusal = { code: "ValidationException", message: `No: ${TAX_ID} and ${SECRET_NAME}` } as const;
      const fault = { kind: "refuse", ...refusal } as const;
      await stack.control.faults([{ operation: "PutRegistrationFieldValue", times: "always", fault }]);
      declareForm({ "companyInfo.city": "Tacoma" });
      await stack.pulumi.must("refresh", "--yes", "--skip-preview");
      const args = ["up", "--yes", "--skip-preview", "-v=9", "--logtostderr"];
      const { stdout, stderr, exitCode } = await stack.pulumi.run(...args);
      assert.notEqual(exitCode, 0);
      assert.match(stdout + stderr, /PutRegistrationFieldValue failed/);
      const said = (stdout + stderr)
        .split("\n")
        .filter((line) => /PutRegistrationFieldValue|registration-[0-9a-f]{32}.*failed/.test(line));
      assertHidden(said.join("\n"), "what is said of the refusal");
    });
  });
}

/** Collects arguments and environment of all processes that run with this home folder, where the system shows them. */
function watchProcesses(home: string): { stop(): string } {
  const seen = new Set<string>();
  const look = () => {
    for (const pid of existsSync("/proc") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : []) {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, "latin1");
        if (environment.includes(home)) seen.add(readFileSync(`/proc/${pid}/cmdline`, "latin1") + environment);
      } catch {
        // It has ended, or is somebody else's.
      }
    }
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      return [...seen].join("\n");
    },
  };
}

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
