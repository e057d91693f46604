import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BRAND_FIELDS } from "./forms";
import { HOSTS } from "./hosts";
import type { Stack } from "./stack";

const RECORDED = path.resolve(__dirname, "../recorded");

for (const version of readdirSync(RECORDED)) {
  for (const { name, title, create, declare } of HOSTS) {
    describe(`a stack that version ${version} has written, with ${title}`, function () {
      this.timeout(120_000);
      const recorded = path.join(RECORDED, version, name);
      let account: string;
      let stack: Stack;
      before(async () => {
        account = mkdtempSync(path.join(tmpdir(), "recorded-"));
        const stateFile = path.join(account, "account.json");
        copyFileSync(path.join(recorded, "account.json"), stateFile);
        stack = await create({ stateFile });
        declare(stack, JSON.parse(readFileSync(path.join(recorded, "program.json"), "utf8")));
        await stack.pulumi.must("stack", "import", "--file", path.join(recorded, "stack.json"));
      });
      after(async () => {
        await stack?.close();
        rmSync(account, { recursive: true, force: true });
      });

      it("has its secrets, and none in plain", async () => {
        const taxId = BRAND_FIELDS["companyInfo.taxId"];
        assert.ok(!readFileSync(path.join(recorded, "stack.json"), "utf8").includes(taxId));
        assert.ok((await stack.pulumi.must("stack", "export", "--show-secrets")).includes(taxId));
      });

      it("is what the program declares and the service has, and is taken away by destroy", async () => {
        assert.deepEqual(await stack.callsOf(() => stack.pulumi.must("preview", "--expect-no-changes")), []);
        await stack.pulumi.must("refresh", "--yes", "--skip-preview", "--expect-no-changes");
        await stack.pulumi.must("preview", "--expect-no-changes");
        await stack.pulumi.must("destroy", "--yes", "--skip-preview");
        assert.deepEqual((await stack.control.account()).registrations, []);
      });
    });
  }
}
