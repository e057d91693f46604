import type {
  RegistrationAssociationMetadata,
  RegistrationAttachmentsInformation,
  RegistrationFieldValueInformation,
  RegistrationInformation,
  RegistrationVersionInformation,
  RegistrationVersionStatusHistory,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { FieldValue } from "../lifecycle/fields";
import type {
  AssociationFacts,
  AttachmentFacts,
  DeniedReason,
  FieldFeedback,
  RegistrationFacts,
  StatusHistory,
  ValueFacts,
  VersionFacts,
} from "../lifecycle/observation";

/** Reads the answers of DescribeRegistrations and CreateRegistration. */
export function registrationFacts(answer: Partial<RegistrationInformation>): RegistrationFacts {
  return {
    registrationId: given(answer.RegistrationId, "RegistrationId"),
    registrationArn: given(answer.RegistrationArn, "RegistrationArn"),
    registrationType: given(answer.RegistrationType, "RegistrationType"),
    registrationStatus: given(answer.RegistrationStatus, "RegistrationStatus"),
    currentVersionNumber: given(answer.CurrentVersionNumber, "CurrentVersionNumber"),
    approvedVersionNumber: answer.ApprovedVersionNumber,
    latestDeniedVersionNumber: answer.LatestDeniedVersionNumber,
    createdTimestamp: given(timestamp(answer.CreatedTimestamp), "CreatedTimestamp"),
  };
}

/** Reads the answers of Describe-, Create-, Submit- and DiscardRegistrationVersion(s). */
export function versionFacts(
  answer: Partial<RegistrationVersionInformation> & { RegistrationArn?: string },
): VersionFacts {
  return {
    registrationArn: given(answer.RegistrationArn, "RegistrationArn"),
    versionNumber: given(answer.VersionNumber, "VersionNumber"),
    status: given(answer.RegistrationVersionStatus, "RegistrationVersionStatus"),
    statusHistory: statusHistory(answer.RegistrationVersionStatusHistory),
    deniedReasons: (answer.DeniedReasons ?? []).map(
      (r): DeniedReason => ({
        reason: r.Reason ?? "",
        shortDescription: r.ShortDescription ?? "",
        longDescription: r.LongDescription,
        documentationTitle: r.DocumentationTitle,
        documentationLink: r.DocumentationLink,
      }),
    ),
    feedback: answer.Feedback,
  };
}

function statusHistory(history: RegistrationVersionStatusHistory | undefined): StatusHistory {
  return {
    draftTimestamp: timestamp(history?.DraftTimestamp),
    submittedTimestamp: timestamp(history?.SubmittedTimestamp),
    awsReviewingTimestamp: timestamp(history?.AwsReviewingTimestamp),
    reviewingTimestamp: timestamp(history?.ReviewingTimestamp),
    requiresAuthenticationTimestamp: timestamp(history?.RequiresAuthenticationTimestamp),
    approvedTimestamp: timestamp(history?.ApprovedTimestamp),
    discardedTimestamp: timestamp(history?.DiscardedTimestamp),
    deniedTimestamp: timestamp(history?.DeniedTimestamp),
    revokedTimestamp: timestamp(history?.RevokedTimestamp),
    archivedTimestamp: timestamp(history?.ArchivedTimestamp),
  };
}

/** Reads the answers of CreateRegistrationAttachment and DescribeRegistrationAttachments. */
export function attachmentFacts(answer: Partial<RegistrationAttachmentsInformation>): AttachmentFacts {
  return {
    registrationAttachmentId: given(answer.RegistrationAttachmentId, "RegistrationAttachmentId"),
    registrationAttachmentArn: given(answer.RegistrationAttachmentArn, "RegistrationAttachmentArn"),
    attachmentStatus: given(answer.AttachmentStatus, "AttachmentStatus"),
    uploadErrorReason: answer.AttachmentUploadErrorReason,
    attachmentUrl: answer.AttachmentUrl,
    createdTimestamp: given(timestamp(answer.CreatedTimestamp), "CreatedTimestamp"),
  };
}

/** Reads the answers of CreateRegistrationAssociation and ListRegistrationAssociations. */
export function associationFacts(answer: Partial<RegistrationAssociationMetadata>): AssociationFacts {
  return {
    resourceId: given(answer.ResourceId, "ResourceId"),
    resourceArn: given(answer.ResourceArn, "ResourceArn"),
    resourceType: given(answer.ResourceType, "ResourceType"),
    isoCountryCode: answer.IsoCountryCode,
    phoneNumber: answer.PhoneNumber,
  };
}

/** Reads all pages of DescribeRegistrationFieldValues. */
export function valueFacts(information: readonly RegistrationFieldValueInformation[]): ValueFacts {
  const values = new Map<string, FieldValue>();
  const fieldFeedback: FieldFeedback[] = [];
  for (const field of information) {
    const fieldPath = given(field.FieldPath, "FieldPath");
    const value = fieldValue(field);
    if (value) values.set(fieldPath, value);
    const { DeniedReason: deniedReason, Feedback: feedback } = field;
    if (deniedReason || feedback) fieldFeedback.push({ fieldPath, deniedReason, feedback });
  }
  return { values, mayAlsoHold: new Set(), fieldFeedback, isShared: true };
}

function fieldValue(field: RegistrationFieldValueInformation): FieldValue | undefined {
  if (field.TextValue) return { text: field.TextValue };
  if (field.RegistrationAttachmentId) return { attachmentId: field.RegistrationAttachmentId };
  if (field.SelectChoices) return { choices: field.SelectChoices };
  return undefined;
}

/** ISO 8601 in UTC. */
function timestamp(date: Date | undefined): string | undefined {
  return date?.toISOString();
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The service's answer lacks ${name}, which its model requires.`);
  return value;
}
