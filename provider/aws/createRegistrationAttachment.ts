import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { AttachmentFacts } from "../lifecycle/observation";
import type { Step } from "../lifecycle/step";
import { AttachmentFileError, readAttachmentFile } from "./attachmentFile";
import { call } from "./call";
import { createOnce, orUsed } from "./createOnce";
import { attachmentFacts } from "./facts";
import { ownLooks } from "./looks";
import { wireTags } from "./wire";

/** CreateRegistrationAttachment, once for each content. */
export async function createRegistrationAttachment(
  aws: PinpointSMSVoiceV2,
  step: Extract<Step, { operation: "createRegistrationAttachment" }>,
): Promise<{ attachment: AttachmentFacts; tags?: Readonly<Record<string, string>> }> {
  const source = await content(step);
  const { found, isFresh } = await createOnce<AttachmentFacts>({
    identity: `${step.identity}:${step.contentHash ?? step.url}`,
    create: (ClientToken) =>
      call("createRegistrationAttachment", step.file ?? step.url ?? "", () =>
        aws
          .createRegistrationAttachment({ ...source, ClientToken, ...wireTags(step.tags) })
          .catch(orUsed("registration-attachment")),
      ),
    facts: attachmentFacts,
    idOf: ({ registrationAttachmentId }) => registrationAttachmentId,
    find: async (registrationAttachmentId) => {
      const attachment = await ownLooks(aws).attachment(registrationAttachmentId);
      // An upload that failed stays so; another one is another attachment.
      return attachment?.attachmentStatus === "UPLOAD_FAILED" ? undefined : attachment;
    },
  });
  return { attachment: found, ...(isFresh ? { tags: step.tags } : {}) };
}

async function content({ file, url, contentHash }: Extract<Step, { operation: "createRegistrationAttachment" }>) {
  if (file === undefined) return { AttachmentUrl: url };
  const read = await readAttachmentFile(file);
  if (contentHash !== undefined && read.contentHash !== contentHash) {
    throw new AttachmentFileError(`${file} has changed since it was checked. Run \`pulumi up\` again.`);
  }
  return { AttachmentBody: read.bytes };
}
