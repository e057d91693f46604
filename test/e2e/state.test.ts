import assert from "node:assert/strict";
import { BRAND, BRAND_FIELDS } from "./forms";
import { Stack } from "./stack";

describe("a draft, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  const { "companyInfo.taxId": taxId, ...fields } = BRAND_FIELDS;
  const draft = (changed: object = {}) => ({
    registration: BRAND,
    version: { submit: false, fields: { ...fields, ...changed }, secretFields: { "companyInfo.taxId": taxId } },
  });

  it("is not submitted with `submit: false`", async () => {
    stack.declare(draft());
    assert.ok(!(await stack.callsOf(() => stack.up())).includes("SubmitRegistrationVersion"));
    assert.equal((await stack.version()).status, "DRAFT");
  });

  it("keeps the tax id encrypted, and the serialized provider small", async () => {
    const exported = await stack.pulumi.must("stack", "export");
    assert.ok(!exported.includes(taxId), "the tax id stands in the state in plain");
    for (const { inputs, outputs } of await stack.pulumi.resources()) {
      for (const properties of [inputs, outputs]) {
        const provider = properties?.__provider;
        const text = typeof provider === "string" ? provider : JSON.stringify(provider);
        assert.ok(text.includes('require("pulumi-sms-registrations/dynamic/'), text.slice(0, 400));
        assert.ok(Buffer.byteLength(text) <= 300, `${Buffer.byteLength(text)} bytes`);
      }
    }
  });

  it("takes one changed field with 4 calls at most", async () => {
    stack.declare(draft({ "companyInfo.city": "Tacoma" }));
    const calls = await stack.callsOf(() => stack.up());
    assert.ok(calls.length <= 4, calls.join(", "));
    assert.deepEqual(
      calls.filter((name) => !name.startsWith("Describe")),
      ["PutRegistrationFieldValue"],
    );
  });

  it("shows after a refresh what was changed elsewhere, and puts it back", async () => {
    await stack.control.setFieldValue(await stack.registrationId(), "companyInfo.city", "Spokane");
    await stack.pulumi.must("refresh", "--yes");
    const preview = await stack.pulumi.must("preview", "--diff");
    assert.match(preview, /companyInfo\.city\s*: "Spokane" => "Tacoma"/);
    await stack.up();
    const { fields: held } = await stack.version();
    assert.equal((held as Record<string, unknown>)["companyInfo.city"], "Tacoma");
    await stack.pulumi.must("refresh", "--yes", "--expect-no-changes");
  });

  it("is found by `get` in another program's way", async () => {
    const id = await stack.registrationId();
    stack.declare({ ...draft({ "companyInfo.city": "Tacoma" }), get: id });
    await stack.up();
    const { found } = JSON.parse(await stack.pulumi.must("stack", "output", "--json", "--show-secrets"));
    assert.equal(found.status, "DRAFT");
    assert.equal(found.type, BRAND.registrationType);
    assert.equal(found.fields["companyInfo.city"], "Tacoma");
    stack.declare(draft({ "companyInfo.city": "Tacoma" }));
    await stack.up();
  });

  it("names every mistake at once, without a write or a value, and keeps the state", async () => {
    const bad = {
      "companyInfo.city": "",
      "company info": "x",
      "contactInfo.vertical": 7,
      "companyInfo.state": "x".repeat(3000),
    };
    stack.declare(draft(bad));
    const before = await stack.pulumi.resources();
    let printed = "";
    const calls = await stack.callsOf(async () => {
      const { stdout, stderr, exitCode } = await stack.pulumi.run("up", "--yes");
      assert.notEqual(exitCode, 0);
      printed = stdout + stderr;
    });
    assert.deepEqual(calls, ["DescribeRegistrationFieldDefinitions"]);
    for (const path of Object.keys(bad))
      assert.ok(printed.includes(`fields["${path}"]`), `${path} is missing in ${printed}`);
    assert.ok(!printed.includes(taxId));
    assert.deepEqual(await stack.pulumi.resources(), before);
  });

  it("is discarded by destroy", async () => {
    stack.declare(draft({ "companyInfo.city": "Tacoma" }));
    const calls = await stack.callsOf(() => stack.pulumi.must("destroy", "--yes"));
    assert.deepEqual(
      calls.filter((name) => !name.startsWith("Describe")),
      ["DiscardRegistrationVersion", "DeleteRegistration"],
    );
  });
});

describe("a version of a registration made elsewhere, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  it("stays in the state when the service refuses a field, and goes on from there", async () => {
    stack.declare({ registration: BRAND });
    await stack.up();
    const fields = { ...BRAND_FIELDS, "companyInfo.legalType": ["A_MONARCHY"] };
    stack.declare({ registration: BRAND, version: { fields, validation: "off" } });
    const { exitCode, stdout, stderr } = await stack.pulumi.run("up", "--yes");
    assert.notEqual(exitCode, 0);
    assert.match(
      stdout + stderr,
      /PutRegistrationFieldValue failed \(registration-\w+, field companyInfo\.legalType\)/,
    );
    assert.match(stdout + stderr, /FIELD_VALIDATION_FAILED/);
    assert.ok((await stack.pulumi.resource("RegistrationVersion")).initErrors?.length);

    stack.declare({ registration: BRAND, version: { fields: BRAND_FIELDS } });
    await stack.up();
    const { status, versionNumber } = await stack.version();
    assert.deepEqual([status, versionNumber], ["SUBMITTED", 1]);
  });

  it("gives up a review for a changed form with `whileInReview: discard`", async () => {
    const fields = { ...BRAND_FIELDS, "companyInfo.city": "Tacoma" };
    stack.declare({ registration: BRAND, version: { fields, whileInReview: "discard" } });
    await stack.up();
    const { status, versionNumber } = await stack.version();
    assert.deepEqual([status, versionNumber], ["SUBMITTED", 2]);
  });

  it("is submitted again, unchanged, by a changed `resubmitTrigger`", async () => {
    const fields = { ...BRAND_FIELDS, "companyInfo.city": "Tacoma" };
    const id = await stack.registrationId();
    await stack.control.setStatus(id, { versionStatus: "DENIED" });
    await stack.pulumi.must("refresh", "--yes");
    stack.declare({ registration: BRAND, version: { fields, resubmitTrigger: "talked to support" } });
    await stack.up();
    const { status, versionNumber } = await stack.version();
    assert.deepEqual([status, versionNumber], ["SUBMITTED", 3]);
  });

  it("reads as gone once it was discarded elsewhere", async () => {
    await stack.control.setStatus(await stack.registrationId(), { versionStatus: "DISCARDED" });
    await stack.pulumi.must("refresh", "--yes");
    const types = (await stack.pulumi.resources()).map(({ type }) => type);
    assert.deepEqual(types, ["pulumi-nodejs:dynamic/sms-registrations:Registration"]);
  });
});
