import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { arn, simulated, startSeconds } from "./simulated";

const png = (size = 100): Buffer => Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(size - 8)]);
const body = (bytes: Buffer) => ({ AttachmentBody: bytes.toString("base64") });
const refusedFor = (Reason: string) => ({ code: "ValidationException", Reason });

describe("simulator: attachments", () => {
  const simulator = simulated();
  async function attachment(bytes: Buffer = png()): Promise<string> {
    const { RegistrationAttachmentId } = await simulator.call("CreateRegistrationAttachment", body(bytes));
    return String(RegistrationAttachmentId);
  }
  type Attachments = { RegistrationAttachments: { AttachmentStatus: string }[] };
  async function status(...RegistrationAttachmentIds: string[]): Promise<string[]> {
    const answer = await simulator.call<Attachments>("DescribeRegistrationAttachments", { RegistrationAttachmentIds });
    return answer.RegistrationAttachments.map(({ AttachmentStatus }) => AttachmentStatus);
  }

  it("are uploaded right after the answer, and kept as hash and size", async () => {
    const bytes = png();
    const created = await simulator.call("CreateRegistrationAttachment", {
      ...body(bytes),
      Tags: [{ Key: "a", Value: "" }],
    });
    const RegistrationAttachmentId = String(created.RegistrationAttachmentId);
    assert.match(RegistrationAttachmentId, /^attachment-[0-9a-f]{32}$/);
    const RegistrationAttachmentArn = arn("registration-attachment", RegistrationAttachmentId);
    assert.deepEqual(created, {
      RegistrationAttachmentArn,
      RegistrationAttachmentId,
      AttachmentStatus: "UPLOAD_IN_PROGRESS",
      CreatedTimestamp: startSeconds,
      Tags: [{ Key: "a", Value: "" }],
    });
    assert.deepEqual(await simulator.call("DescribeRegistrationAttachments"), {
      RegistrationAttachments: [
        {
          RegistrationAttachmentArn,
          RegistrationAttachmentId,
          AttachmentStatus: "UPLOAD_COMPLETE",
          CreatedTimestamp: startSeconds,
        },
      ],
    });
    assert.deepEqual((await simulator.control.account()).attachments, [
      {
        attachmentId: RegistrationAttachmentId,
        status: "UPLOAD_COMPLETE",
        createdAt: "2026-01-01T00:00:00.000Z",
        sha256: createHash("sha256").update(bytes).digest("hex"),
        size: 100,
        tags: { a: "" },
      },
    ]);
  });

  it("are a body or a URL", async () => {
    assert.deepEqual(await simulator.refusal("CreateRegistrationAttachment"), refusedFor("MISSING_PARAMETER"));
    const both = { ...body(png()), AttachmentUrl: "s3://bucket/file.png" };
    assert.deepEqual(
      await simulator.refusal("CreateRegistrationAttachment", both),
      refusedFor("PARAMETERS_CANNOT_BE_USED_TOGETHER"),
    );
    await simulator.call("CreateRegistrationAttachment", { AttachmentUrl: "s3://my-bucket/letters/loa.PDF" });
    const { RegistrationAttachments } = await simulator.call<{ RegistrationAttachments: { AttachmentUrl?: string }[] }>(
      "DescribeRegistrationAttachments",
    );
    assert.deepEqual(
      RegistrationAttachments.map(({ AttachmentUrl }) => AttachmentUrl),
      ["s3://my-bucket/letters/loa.PDF"],
    );
  });

  const refusals: [string, object, string][] = [
    ["of another type", body(Buffer.from("GIF89a..")), "ATTACHMENT_TYPE_NOT_SUPPORTED"],
    ["of another type by URL", { AttachmentUrl: "s3://bucket/file.gif" }, "ATTACHMENT_TYPE_NOT_SUPPORTED"],
    ["from the web", { AttachmentUrl: "https://example.com/file.png" }, "INVALID_PARAMETER"],
    ["of more than 5 MB", body(png(5 * 1024 * 1024 + 1)), "MAXIMUM_SIZE_EXCEEDED"],
  ];
  for (const [name, request, reason] of refusals) {
    it(`${name} are refused`, async () => {
      assert.deepEqual(await simulator.refusal("CreateRegistrationAttachment", request), refusedFor(reason));
    });
  }

  it("of 5 MB, and PDF and JPEG files, are taken", async () => {
    await attachment(png(5 * 1024 * 1024));
    await attachment(Buffer.from("%PDF-1.7"));
    await attachment(Buffer.from("ffd8ffe0", "hex"));
  });

  it("take time, and may fail, as the settings say", async () => {
    await simulator.control.settings({ uploadAfterMs: 2000, uploadEnds: "UPLOAD_FAILED" });
    const failing = await attachment();
    await simulator.control.settings({ uploadAfterMs: 0, uploadAfterReads: 2, uploadEnds: "UPLOAD_COMPLETE" });
    const read = await attachment();
    assert.deepEqual(await status(failing, read), ["UPLOAD_IN_PROGRESS", "UPLOAD_IN_PROGRESS"]);
    await simulator.control.advanceClock(2000);
    assert.deepEqual(await status(failing, read), ["UPLOAD_FAILED", "UPLOAD_IN_PROGRESS"]);
    assert.deepEqual(await status(failing, read), ["UPLOAD_FAILED", "UPLOAD_COMPLETE"]);
    const Filters = [{ Name: "attachment-status", Values: ["UPLOAD_FAILED"] }];
    assert.deepEqual(await simulator.call("DescribeRegistrationAttachments", { Filters }), {
      RegistrationAttachments: [
        {
          RegistrationAttachmentArn: arn("registration-attachment", failing),
          RegistrationAttachmentId: failing,
          AttachmentStatus: "UPLOAD_FAILED",
          AttachmentUploadErrorReason: "INTERNAL_ERROR",
          CreatedTimestamp: startSeconds,
        },
      ],
    });
  });

  it("are created once per ClientToken", async () => {
    const request = { ...body(png()), ClientToken: "token" };
    const first = await simulator.call("CreateRegistrationAttachment", request);
    const second = await simulator.call("CreateRegistrationAttachment", request);
    assert.equal(second.RegistrationAttachmentId, first.RegistrationAttachmentId);
    const other = { ...body(png(99)), ClientToken: "token" };
    assert.equal((await simulator.refusal("CreateRegistrationAttachment", other)).Reason, "RESOURCE_ALREADY_EXISTS");
  });

  it("are limited per account and per day", async () => {
    const quota = async (quotas: object) => {
      await simulator.control.settings({ quotas });
      const { code, Reason } = await simulator.refusal("CreateRegistrationAttachment", body(png()));
      return [code, Reason];
    };
    await attachment();
    const code = "ServiceQuotaExceededException";
    const perDay = await quota({ REGISTRATION_ATTACHMENTS_CREATED_PER_DAY: 1 });
    assert.deepEqual(perDay, [code, "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY"]);
    const perAccount = await quota({ REGISTRATION_ATTACHMENTS_PER_ACCOUNT: 1 });
    assert.deepEqual(perAccount, [code, "REGISTRATION_ATTACHMENTS_PER_ACCOUNT"]);
  });

  describe("in a field", () => {
    const FieldPath = "messagingUseCase.optInImage";
    const put = async (RegistrationAttachmentId: string) => ({
      RegistrationId: await simulator.registration("US_TOLL_FREE_REGISTRATION"),
      FieldPath,
      RegistrationAttachmentId,
    });

    it("are referred to by id, also when the ARN is given, and cannot be deleted meanwhile", async () => {
      const id = await attachment();
      const request = await put(arn("registration-attachment", id));
      const { RegistrationId } = request;
      const answer = await simulator.call("PutRegistrationFieldValue", request);
      assert.equal(answer.RegistrationAttachmentId, id);
      const remove = { RegistrationAttachmentId: id };
      assert.equal(
        (await simulator.refusal("DeleteRegistrationAttachment", remove)).Reason,
        "RESOURCE_DELETION_NOT_ALLOWED",
      );
      await simulator.call("DeleteRegistrationFieldValue", { RegistrationId, FieldPath });
      assert.equal((await simulator.call("DeleteRegistrationAttachment", remove)).AttachmentStatus, "DELETED");
      assert.deepEqual(await simulator.refusal("PutRegistrationFieldValue", { RegistrationId, FieldPath, ...remove }), {
        code: "ResourceNotFoundException",
        ResourceType: "registration-attachment",
        ResourceId: id,
      });
    });

    it("have to be uploaded", async () => {
      await simulator.control.settings({ uploadAfterMs: 1000 });
      const id = await attachment();
      assert.deepEqual(await simulator.refusal("PutRegistrationFieldValue", await put(id)), {
        code: "ConflictException",
        Reason: "RESOURCE_NOT_ACTIVE",
        ResourceType: "registration-attachment",
        ResourceId: id,
      });
    });

    it("have to be of the kind and size that the field takes", async () => {
      const refused = async (bytes: Buffer) =>
        simulator.refusal("PutRegistrationFieldValue", await put(await attachment(bytes)));
      const invalid = (Message: string) => ({
        ...refusedFor("FIELD_VALIDATION_FAILED"),
        Fields: [{ Name: FieldPath, Message }],
      });
      assert.deepEqual(await refused(png(400_001)), invalid("takes files of up to 400000 bytes, got 400001"));
      assert.deepEqual(await refused(Buffer.from("%PDF-1.7")), invalid("takes files of type PNG, got PDF"));
    });
  });
});
