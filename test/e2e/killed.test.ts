import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BRAND, BRAND_FIELDS, TOLL_FREE, TOLL_FREE_FIELDS } from "./forms";
import { type DeclaredResource, HOSTS } from "./hosts";
import { killed } from "./killed";
import type { Stack } from "./stack";

const PICTURE = path.resolve(__dirname, "../../examples/yaml-toll-free/opt-in.png");

/** What the account holds of it, without ids and times. */
async function account(stack: Stack) {
  const { registrations, attachments } = await stack.control.account();
  return {
    registrations: registrations.map(({ registrationType, tags, associations, versions }) => ({
      type: registrationType,
      tags,
      associations,
      versions: versions.map(({ status, fields }) => [status, Object.keys(fields).length]),
    })),
    attachments: attachments.map(({ status, tags }) => ({ status, tags })),
  };
}

/** Types and ids in the state; there must be nothing half-done in it. */
async function state(stack: Stack): Promise<string[]> {
  const { deployment } = JSON.parse(await stack.pulumi.must("stack", "export"));
  const resources: { type: string; id?: string; delete?: boolean; initErrors?: string[] }[] =
    deployment.resources ?? [];
  // Of a create that died, the engine keeps a note until the next refresh.
  const pending = (deployment.pending_operations ?? []).map(({ type }: { type: string }) => type);
  assert.deepEqual(
    pending.filter((type: string) => type !== "creating"),
    [],
  );
  assert.ok(resources.every((resource) => !resource.delete && !resource.initErrors?.length));
  const own = resources.filter(({ type }) => /sms-registrations:(index:)?Registration/.test(type));
  return own.map(({ type, id }) => `${type.split(":").at(-1)} ${id}`).sort();
}

for (const { title, create, declare } of HOSTS) {
  describe(`an engine that is killed while the service has not answered, with ${title}`, function () {
    this.timeout(300_000);
    let stack: Stack;
    let number: string;
    before(async () => {
      stack = await create();
      number = await stack.phoneNumber("TOLL_FREE");
      copyFileSync(PICTURE, stack.file("picture.png"));
    });
    after(() => stack?.close());

    const tags = { team: "sms" };
    const program = (version: object): DeclaredResource[] => [
      { type: "Registration", name: "registration", args: { ...TOLL_FREE, tags } },
      { type: "RegistrationAttachment", name: "picture", args: { file: stack.file("picture.png"), tags } },
      {
        type: "RegistrationAssociation",
        name: "number",
        args: { registrationId: { $id: "registration" }, resourceId: number },
      },
      {
        type: "RegistrationVersion",
        name: "version",
        args: {
          registrationId: { $id: "registration" },
          fields: { ...TOLL_FREE_FIELDS, "messagingUseCase.optInImage": { attachmentId: { $id: "picture" } } },
          ...version,
        },
        dependsOn: ["number"],
      },
    ];
    const fields = Object.keys(TOLL_FREE_FIELDS).length + 1;
    const held = (...versions: (string | number)[][]) => ({
      registrations: [{ type: TOLL_FREE.registrationType, tags, associations: [number], versions }],
      attachments: [{ status: "UPLOAD_COMPLETE", tags }],
    });
    const expectedState = async () => {
      const { registrations, attachments } = await stack.control.account();
      const id = registrations[0]?.registrationId;
      return [
        `Registration ${id}`,
        `RegistrationAssociation ${id},${number}`,
        `RegistrationAttachment ${attachments[0]?.attachmentId}`,
        `RegistrationVersion ${id}`,
      ];
    };

    it("makes each thing once, whatever was created without an answer, and goes on with a wait", async () => {
      declare(stack, program({ waitFor: "approved" }));
      await killed(stack, ["CreateRegistration", "CreateRegistrationAttachment"], "up");
      await killed(stack, ["CreateRegistrationAssociation"], "up");
      await killed(stack, ["PutRegistrationFieldValue 5"], "up");
      await killed(stack, ["SubmitRegistrationVersion"], "up");
      assert.deepEqual(await account(stack), held(["SUBMITTED", fields]));
      await killed(stack, ["DescribeRegistrationVersions 3"], "up");
      const [registration] = (await stack.control.account()).registrations;
      await stack.control.setStatus(registration?.registrationId ?? "", { versionStatus: "APPROVED" });
      await stack.up("--skip-preview");
      assert.deepEqual(await account(stack), held(["APPROVED", fields]));
      assert.deepEqual(await state(stack), await expectedState());
      await stack.pulumi.must("preview", "--expect-no-changes");
    });

    it("opens one version, and leaves one attachment, when it dies in an update and in the delete of what was replaced", async () => {
      writeFileSync(stack.file("picture.png"), "and more", { flag: "a" });
      declare(stack, program({}));
      await killed(stack, ["CreateRegistrationVersion"], "up");
      await killed(stack, ["DeleteRegistrationAttachment"], "up");
      await stack.up("--skip-preview");
      assert.deepEqual(await account(stack), held(["APPROVED", fields], ["SUBMITTED", fields]));
      assert.deepEqual(await state(stack), await expectedState());
      await stack.pulumi.must("preview", "--expect-no-changes");
    });

    it("takes all away, when it dies in each of the deletes", async () => {
      await stack.control.release(number);
      await killed(stack, ["DiscardRegistrationVersion"], "destroy");
      await killed(stack, ["DeleteRegistration", "DeleteRegistrationAttachment"], "destroy");
      await stack.pulumi.must("destroy", "--yes", "--skip-preview");
      assert.deepEqual(await account(stack), { registrations: [], attachments: [] });
      assert.deepEqual(await state(stack), []);
    });
  });
}

for (const { title, create, declare, urn } of HOSTS) {
  describe(`an engine that is killed in the middle of a replacement, with ${title}`, function () {
    this.timeout(300_000);
    let stack: Stack;
    before(async () => {
      stack = await create();
      copyFileSync(PICTURE, stack.file("picture.png"));
    });
    after(() => stack?.close());

    const registration = (type: object): DeclaredResource => ({
      type: "Registration",
      name: "registration",
      args: type,
    });
    const version: DeclaredResource = {
      type: "RegistrationVersion",
      name: "version",
      args: { registrationId: { $id: "registration" }, fields: BRAND_FIELDS, submit: false },
    };
    /** A file of which another resource is made last: the run is killed in it, with its replacements made and no delete. */
    const last = (name: string): DeclaredResource => {
      return {
        type: "RegistrationAttachment",
        name,
        args: { file: stack.file("picture.png") },
        dependsOn: ["version"],
      };
    };
    /** The ids of the registrations, with what their version holds. */
    const ids = async () => {
      const { registrations } = await stack.control.account();
      return registrations.map(({ registrationId, registrationType, versions }) => [
        registrationId,
        registrationType,
        ...versions.map(({ status, fields }) => `${status} ${Object.keys(fields).length}`),
      ]);
    };
    const draft = `DRAFT ${Object.keys(BRAND_FIELDS).length}`;

    it("has the new one only, when it died in the delete of the old one", async () => {
      declare(stack, [registration(TOLL_FREE)]);
      await stack.up("--skip-preview");
      declare(stack, [registration(BRAND), version]);
      await killed(stack, ["DeleteRegistration"], "up");
      await stack.up("--skip-preview");
      const [[id, ...held] = []] = await ids();
      assert.deepEqual([(await ids()).length, held], [1, [BRAND.registrationType, draft]]);
      assert.deepEqual(await state(stack), [`Registration ${id}`, `RegistrationVersion ${id}`]);
    });

    const flags = [
      ["--replace", "first"],
      // The same to the provider: once, with the host that is the faster one.
      ...(title === "the plugin" ? [["--target-replace", "second"]] : []),
    ] as const;
    for (const [flag = "", name = ""] of flags) {
      it(`keeps what is declared, when it died in \`up ${flag}\` after what was there was found again`, async () => {
        const before = await ids();
        const program = [registration(BRAND), version, last(name)];
        declare(stack, program);
        const replaced = program.slice(0, 2).flatMap((resource) => [flag, urn(resource)]);
        const targeted = flag === "--replace" ? [] : ["--target", urn(last(name))];
        await killed(stack, ["CreateRegistrationAttachment"], "up", ...replaced, ...targeted);
        await stack.up("--skip-preview");
        assert.deepEqual(await ids(), before);
        const [[id] = []] = before;
        assert.deepEqual(
          (await state(stack)).filter((line) => !line.startsWith("RegistrationAttachment")),
          [`Registration ${id}`, `RegistrationVersion ${id}`],
        );
        await stack.pulumi.must("preview", "--expect-no-changes");
      });
    }
  });
}
