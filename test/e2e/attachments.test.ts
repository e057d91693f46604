import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TOLL_FREE, TOLL_FREE_FIELDS } from "./forms";
import { Stack } from "./stack";

const PNG = readFileSync(path.join(__dirname, "../../examples/typescript-toll-free/opt-in.png"));

describe("an attachment, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    stack = await Stack.create();
  });
  after(() => stack?.close());

  const declare = (version: object = {}) =>
    stack.declare({
      resources: [
        { type: "RegistrationAttachment", name: "opt-in", args: { file: "opt-in.png" } },
        { type: "Registration", name: "toll-free", args: TOLL_FREE },
        {
          type: "RegistrationVersion",
          name: "toll-free",
          args: {
            ...TOLL_FREE,
            registrationId: { $id: "toll-free" },
            submit: false,
            fields: { ...TOLL_FREE_FIELDS, "messagingUseCase.optInImage": { attachmentId: { $id: "opt-in" } } },
            ...version,
          },
        },
      ],
    });
  const account = () => stack.control.account({ region: "us-east-1" });
  const heldId = async () => {
    const { fields = {} } = (await account()).registrations[0]?.versions.at(-1) ?? {};
    return (fields["messagingUseCase.optInImage"] as { attachmentId?: string })?.attachmentId;
  };

  it("is refused at preview, without a call, when the file is not there or no picture", async () => {
    writeFileSync(stack.file("text.png"), "This is no picture.");
    for (const [file, told] of [
      ["missing.png", "file: missing.png does not exist"],
      ["text.png", "file: text.png is not a PDF, JPEG or PNG file, whatever its name says; the service takes no other"],
    ]) {
      stack.declare({ resources: [{ type: "RegistrationAttachment", name: "opt-in", args: { file } }] });
      const calls = await stack.callsOf(async () =>
        assert.ok((await stack.fails("preview")).includes(String(told)), told),
      );
      assert.deepEqual(calls, []);
    }
  });

  it("is complete before a form refers to it", async () => {
    await stack.control.settings({ uploadAfterReads: 1 });
    writeFileSync(stack.file("opt-in.png"), PNG);
    declare();
    await stack.up("--skip-preview");
    const { attachmentStatus } = (await stack.pulumi.resource("RegistrationAttachment")).outputs ?? {};
    assert.equal(attachmentStatus, "UPLOAD_COMPLETE");
    assert.equal(await heldId(), (await stack.pulumi.resource("RegistrationAttachment")).id);
  });

  it("is replaced when its content changes: the new one, then the form, then the old one goes", async () => {
    const old = await heldId();
    writeFileSync(stack.file("opt-in.png"), Buffer.concat([PNG, Buffer.from("\n")]));
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.deepEqual(
      calls.filter((name) => !name.startsWith("Describe")),
      ["CreateRegistrationAttachment", "PutRegistrationFieldValue", "DeleteRegistrationAttachment"],
    );
    assert.notEqual(await heldId(), old);
    assert.deepEqual(
      (await account()).attachments.map(({ attachmentId }) => attachmentId),
      [await heldId()],
    );
  });

  it("that failed to upload says what to do, stays in the state, and is uploaded again by other content", async () => {
    await stack.control.settings({ uploadEnds: "UPLOAD_FAILED" });
    writeFileSync(stack.file("opt-in.png"), Buffer.concat([PNG, Buffer.from("\n\n")]));
    const held = await heldId();
    const printed = await stack.fails("up", "--yes", "--skip-preview");
    assert.match(printed, /The upload of attachment attachment-\w+ failed; the service's reason is \w+/);
    assert.match(printed, /Check that the file opens in a viewer/);
    assert.equal(await heldId(), held);
    await stack.control.settings({ uploadEnds: "UPLOAD_COMPLETE" });
    writeFileSync(stack.file("opt-in.png"), Buffer.concat([PNG, Buffer.from("\n\n\n")]));
    await stack.up("--skip-preview");
    const { attachments } = await account();
    assert.deepEqual(
      attachments.map(({ attachmentId, status }) => [attachmentId, status]),
      [[await heldId(), "UPLOAD_COMPLETE"]],
    );
  });
});
