import assert from "node:assert/strict";
import { BRAND, BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

describe("a registration made in the console, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  let id: string;
  before(async () => {
    stack = await Stack.create();
    stack.declare({ registration: BRAND, version: { fields: BRAND_FIELDS, submit: false } });
    await stack.up("--skip-preview");
    id = await stack.registrationId();
    await stack.pulumi.must("state", "delete", "--all", "--yes");
    assert.deepEqual(await stack.pulumi.resources(), []);
  });
  after(() => stack?.close());

  it("is refused as another type", async () => {
    stack.declare({ registration: { registrationType: "US_TOLL_FREE_REGISTRATION", adopt: id } });
    const { stdout, stderr, exitCode } = await stack.pulumi.run("up", "--yes", "--skip-preview");
    assert.notEqual(exitCode, 0);
    assert.match(stdout + stderr, /is a US_TEN_DLC_BRAND_REGISTRATION, not a US_TOLL_FREE_REGISTRATION/);
    assert.deepEqual(await stack.pulumi.resources(), []);
  });

  it("is adopted with its draft, and nothing is written", async () => {
    stack.declare({ registration: { ...BRAND, adopt: id }, version: { fields: BRAND_FIELDS, submit: false } });
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.deepEqual(
      calls.filter((name) => !name.startsWith("Describe")),
      [],
    );
    assert.equal(await stack.registrationId(), id);
    assert.equal((await stack.version()).status, "DRAFT");
  });

  it("keeps its tax id out of the state, whatever the program says and the service answers", async () => {
    const taxId = BRAND_FIELDS["companyInfo.taxId"];
    assert.ok(!(await stack.pulumi.must("stack", "export")).includes(taxId), "after up");
    await stack.pulumi.must("refresh", "--yes", "--skip-preview");
    assert.ok(!(await stack.pulumi.must("stack", "export")).includes(taxId), "after refresh");
    assert.deepEqual(await stack.callsOf(() => stack.up("--skip-preview", "--expect-no-changes")), []);
    stack.declare({ get: id });
    await stack.up("--skip-preview");
    assert.ok(!(await stack.pulumi.must("stack", "export")).includes(taxId), "after get");
  });
});
