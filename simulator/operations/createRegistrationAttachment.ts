import { createHash } from "node:crypto";
import { type Attachment, countToday, findAttachment, newId } from "../account";
import { clientToken } from "../clientToken";
import { attachmentInformation, tagList } from "../describe";
import { refuse } from "../errors";
import { operation } from "../operation";
import { settleAttachment } from "../review";
import { structure } from "../rules";
import { AttachmentBody, AttachmentUrl, ClientToken, TagList } from "../shapes";
import { setTags } from "../tags";

const maxBytes = 5 * 1024 * 1024;
const firstBytes = { PDF: "255044462d", JPEG: "ffd8ff", PNG: "89504e470d0a1a0a" };

export const createRegistrationAttachment = operation({
  name: "CreateRegistrationAttachment",
  effect: "write",
  request: structure({ AttachmentBody, AttachmentUrl, Tags: TagList, ClientToken }),
  exactlyOne: ["AttachmentBody", "AttachmentUrl"],
  behave(account, request, { nowMs, settings }) {
    const token = clientToken(account, "CreateRegistrationAttachment", "registration-attachment", request);
    const answer = (attachment: Attachment) => ({
      ...attachmentInformation(account, attachment),
      AttachmentUploadErrorReason: undefined, // not a member of this answer
      Tags: tagList(attachment.tags),
    });
    const before = token.usedFor();
    if (before !== undefined) {
      const attachment = findAttachment(account, before, "listed");
      settleAttachment(attachment, nowMs);
      if (attachment.status !== "DELETED" || settings.clientTokenAfterDelete === "remembered")
        return answer(attachment);
    }
    const content = request.AttachmentBody === undefined ? undefined : contentOf(request.AttachmentBody);
    if (request.AttachmentUrl !== undefined) requireUrl(request.AttachmentUrl);
    const tags = new Map<string, string>();
    setTags(tags, request.Tags ?? [], settings.quotas.TAGS_PER_RESOURCE);
    const { REGISTRATION_ATTACHMENTS_PER_ACCOUNT, REGISTRATION_ATTACHMENTS_CREATED_PER_DAY } = settings.quotas;
    const count = [...account.attachments.values()].filter(({ status }) => status !== "DELETED").length;
    if (count >= REGISTRATION_ATTACHMENTS_PER_ACCOUNT) {
      throw refuse("createRegistrationAttachment.quota", `The account has ${count} attachments, which is its quota`);
    }
    if (!countToday(account, "ATTACHMENT", nowMs, REGISTRATION_ATTACHMENTS_CREATED_PER_DAY)) {
      throw refuse("createRegistrationAttachment.daily", "The account has created its quota of attachments today");
    }
    const attachment: Attachment = {
      id: newId("attachment"),
      order: ++account.order,
      tags,
      createdMs: nowMs,
      status: "UPLOAD_IN_PROGRESS",
      readyMs: nowMs + settings.uploadAfterMs,
      readsLeft: settings.uploadAfterReads,
      ends: settings.uploadEnds,
      url: request.AttachmentUrl,
      content,
    };
    account.attachments.set(attachment.id, attachment);
    token.remember(attachment.id);
    return answer(attachment);
  },
});

/** What is kept of a file. Its bytes are personal data, and nobody reads them here. */
function contentOf(base64: string): Attachment["content"] {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > maxBytes) {
    throw refuse(
      "createRegistrationAttachment.size",
      `An attachment has at most ${maxBytes} bytes, this one has ${bytes.length}`,
    );
  }
  const start = bytes.subarray(0, 8).toString("hex");
  const kind = Object.entries(firstBytes).find(([, first]) => start.startsWith(first))?.[0];
  if (!kind) throw refuse("createRegistrationAttachment.type", "An attachment is a PDF, JPEG or PNG file");
  return { sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length, kind };
}

function requireUrl(url: string): void {
  const file = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/(?<key>.+)$/.exec(url)?.groups?.key;
  if (file === undefined)
    throw refuse("createRegistrationAttachment.url", "An AttachmentUrl is s3://BucketName/FileName");
  if (!/\.(pdf|jpe?g|png)$/i.test(file))
    throw refuse("createRegistrationAttachment.type", "An attachment is a PDF, JPEG or PNG file");
}
