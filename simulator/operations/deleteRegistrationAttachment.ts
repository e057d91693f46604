import { currentVersion, findAttachment } from "../account";
import { attachmentInformation } from "../describe";
import { refuse } from "../errors";
import { operation } from "../operation";
import { required, structure } from "../rules";
import { RegistrationAttachmentIdOrArn } from "../shapes";
import { storedValues } from "../values";

export const deleteRegistrationAttachment = operation({
  name: "DeleteRegistrationAttachment",
  effect: "write",
  request: structure({ RegistrationAttachmentId: required(RegistrationAttachmentIdOrArn) }),
  behave(account, request) {
    const attachment = findAttachment(account, request.RegistrationAttachmentId);
    const user = [...account.registrations.values()].find(
      (registration) =>
        registration.status !== "DELETED" &&
        [...storedValues(currentVersion(registration)).values()].some(
          (value) => typeof value === "object" && "attachmentId" in value && value.attachmentId === attachment.id,
        ),
    );
    if (user) {
      const members = { ResourceType: "registration-attachment", ResourceId: attachment.id };
      throw refuse("deleteRegistrationAttachment.inUse", `Registration ${user.id} refers to the attachment`, members);
    }
    attachment.status = "DELETED";
    return attachmentInformation(account, attachment);
  },
});
