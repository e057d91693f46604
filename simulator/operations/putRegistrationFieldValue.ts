import { type Account, type FieldValue, findAttachment, findRegistration, type Registration } from "../account";
import { registrationName, valueMembers } from "../describe";
import { editableVersion } from "../editableVersion";
import { refuse, type ServiceError } from "../errors";
import { fieldsOfRegistration, findForm } from "../form";
import type { FieldDefinition } from "../forms/definition";
import { problemOf } from "../forms/validate";
import { operation } from "../operation";
import { settleAttachment } from "../review";
import { type RequestOf, required, structure } from "../rules";
import { FieldPath, RegistrationAttachmentIdOrArn, RegistrationIdOrArn, SelectChoiceList, TextValue } from "../shapes";
import { storeValue } from "../values";

const request = structure({
  RegistrationId: required(RegistrationIdOrArn),
  FieldPath: required(FieldPath),
  SelectChoices: SelectChoiceList,
  TextValue,
  RegistrationAttachmentId: RegistrationAttachmentIdOrArn,
});

export const putRegistrationFieldValue = operation({
  name: "PutRegistrationFieldValue",
  effect: "write",
  request,
  exactlyOne: ["SelectChoices", "TextValue", "RegistrationAttachmentId"],
  behave(account, request, { nowMs, settings, drift }) {
    const registration = findRegistration(account, request.RegistrationId);
    const version = editableVersion(account, registration, nowMs, settings);
    const field = fieldsOfRegistration(registration, drift).get(request.FieldPath);
    if (!field) throw refuse("field.unknown", `The form has no field ${request.FieldPath}`);
    const value = givenValue(request);
    const problem = problemOf(field, value);
    if (problem !== undefined) throw invalid(field, problem);
    const stored =
      typeof value === "object" && "attachmentId" in value
        ? attached(account, registration, field, value, nowMs)
        : value;
    storeValue(version, field.FieldPath, stored, nowMs, settings);
    return {
      ...registrationName(account, registration),
      VersionNumber: version.number,
      FieldPath: field.FieldPath,
      ...valueMembers(stored),
    };
  },
});

function givenValue({ TextValue, SelectChoices, RegistrationAttachmentId }: RequestOf<typeof request>): FieldValue {
  return TextValue ?? SelectChoices ?? { attachmentId: RegistrationAttachmentId ?? "" };
}

function invalid({ FieldPath }: FieldDefinition, problem: string): ServiceError {
  return refuse("putRegistrationFieldValue.invalid", `${FieldPath} ${problem}`, fields(FieldPath, problem));
}
function tooMuch({ FieldPath }: FieldDefinition, problem: string): ServiceError {
  return refuse("putRegistrationFieldValue.attachmentLimit", `${FieldPath} ${problem}`, fields(FieldPath, problem));
}
function fields(Name: string, Message: string) {
  return { Fields: [{ Name, Message }] };
}

/** The reference by its id, once the attachment is there, uploaded, and of a kind and size that the field takes. */
function attached(
  account: Account,
  registration: Registration,
  field: FieldDefinition,
  value: { attachmentId: string },
  nowMs: number,
) {
  const attachment = findAttachment(account, value.attachmentId);
  settleAttachment(attachment, nowMs);
  if (attachment.status !== "UPLOAD_COMPLETE") {
    const members = { ResourceType: "registration-attachment", ResourceId: attachment.id };
    throw refuse(
      "putRegistrationFieldValue.attachmentNotReady",
      `Attachment ${attachment.id} is ${attachment.status}`,
      members,
    );
  }
  const limit = findForm(registration.type).attachmentLimits?.get(field.FieldPath);
  if (limit && attachment.content) {
    const { size, kind } = attachment.content;
    if (size > limit.maxBytes) throw tooMuch(field, `takes files of up to ${limit.maxBytes} bytes, got ${size}`);
    if (limit.types && !limit.types.includes(kind)) {
      throw tooMuch(field, `takes files of type ${limit.types.join(", ")}, got ${kind}`);
    }
  }
  return { attachmentId: attachment.id };
}
