/** Writes test/recorded/<version>/<host>: the program, the exported stack, and the account that belongs to it. See main.mjs. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { version } from "../../package.json";
import { BRAND, BRAND_FIELDS } from "../../test/e2e/forms";
import { type DeclaredResource, HOSTS } from "../../test/e2e/hosts";

const RECORDED = path.resolve(__dirname, "../../test/recorded", version);

const PROGRAM: DeclaredResource[] = [
  { type: "Registration", name: "registration", args: { ...BRAND, tags: { team: "sms" } } },
  {
    type: "RegistrationVersion",
    name: "version",
    args: {
      registrationId: { $id: "registration" },
      fields: { ...BRAND_FIELDS, "companyInfo.taxId": { $secret: BRAND_FIELDS["companyInfo.taxId"] } },
    },
  },
];

/** Where in a program's, and its host's, files a resource was declared tells of this machine only. */
function withoutPlace(key: string, value: unknown): unknown {
  return key === "stackTrace" || key === "sourcePosition" ? undefined : value;
}

async function main(): Promise<void> {
  for (const { name, create, declare } of HOSTS) {
    const folder = path.join(RECORDED, name);
    if (existsSync(folder)) continue;
    const stateFile = path.join(mkdtempSync(path.join(tmpdir(), "record-")), "account.json");
    const stack = await create({ stateFile });
    try {
      declare(stack, PROGRAM);
      await stack.up("--skip-preview");
      const exported = await stack.pulumi.must("stack", "export");
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, "program.json"), JSON.stringify(PROGRAM, null, 2));
      writeFileSync(path.join(folder, "stack.json"), JSON.stringify(JSON.parse(exported, withoutPlace), null, 2));
      copyFileSync(stateFile, path.join(folder, "account.json"));
    } finally {
      await stack.close();
      rmSync(path.dirname(stateFile), { recursive: true });
    }
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
