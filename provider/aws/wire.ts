import type { PutRegistrationFieldValueCommandInput, Tag } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { FieldValue } from "../lifecycle/fields";

/** Tags as a request has them; a request without tags has no member for them. */
export function wireTags(tags: Readonly<Record<string, string>>): { Tags?: Tag[] } {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return Tags.length > 0 ? { Tags } : {};
}

/** A field's value as a request has it. */
export function wireValue(value: FieldValue): Partial<PutRegistrationFieldValueCommandInput> {
  if ("text" in value) return { TextValue: value.text };
  if ("choices" in value) return { SelectChoices: value.choices };
  return { RegistrationAttachmentId: value.attachmentId };
}
