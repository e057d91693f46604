import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";

/** One operation of the service that this package calls. */
export interface Operation {
  /** What an IAM policy has to allow. */
  iamAction: `sms-voice:${string}`;
  access: "read" | "write";
  /**
   * What happens when the answer is lost and the call is made again. `yes`: the same end. `token`: the ClientToken
   * makes it the same call. `conflict`: the service refuses the second one, and looking again tells why.
   */
  safeToRepeat: "yes" | "token" | "conflict";
}

/** Every operation that is called, under the name that plans, the AWS client, the simulator and logs use. */
export const OPERATIONS = {
  createRegistration: { iamAction: "sms-voice:CreateRegistration", access: "write", safeToRepeat: "token" },
  describeRegistrations: { iamAction: "sms-voice:DescribeRegistrations", access: "read", safeToRepeat: "yes" },
  deleteRegistration: { iamAction: "sms-voice:DeleteRegistration", access: "write", safeToRepeat: "yes" },
  createRegistrationVersion: {
    iamAction: "sms-voice:CreateRegistrationVersion",
    access: "write",
    safeToRepeat: "conflict",
  },
  describeRegistrationVersions: {
    iamAction: "sms-voice:DescribeRegistrationVersions",
    access: "read",
    safeToRepeat: "yes",
  },
  submitRegistrationVersion: {
    iamAction: "sms-voice:SubmitRegistrationVersion",
    access: "write",
    safeToRepeat: "conflict",
  },
  discardRegistrationVersion: {
    iamAction: "sms-voice:DiscardRegistrationVersion",
    access: "write",
    safeToRepeat: "conflict",
  },
  putRegistrationFieldValue: { iamAction: "sms-voice:PutRegistrationFieldValue", access: "write", safeToRepeat: "yes" },
  deleteRegistrationFieldValue: {
    iamAction: "sms-voice:DeleteRegistrationFieldValue",
    access: "write",
    safeToRepeat: "yes",
  },
  describeRegistrationFieldValues: {
    iamAction: "sms-voice:DescribeRegistrationFieldValues",
    access: "read",
    safeToRepeat: "yes",
  },
  createRegistrationAttachment: {
    iamAction: "sms-voice:CreateRegistrationAttachment",
    access: "write",
    safeToRepeat: "token",
  },
  describeRegistrationAttachments: {
    iamAction: "sms-voice:DescribeRegistrationAttachments",
    access: "read",
    safeToRepeat: "yes",
  },
  deleteRegistrationAttachment: {
    iamAction: "sms-voice:DeleteRegistrationAttachment",
    access: "write",
    safeToRepeat: "yes",
  },
  createRegistrationAssociation: {
    iamAction: "sms-voice:CreateRegistrationAssociation",
    access: "write",
    safeToRepeat: "conflict",
  },
  listRegistrationAssociations: {
    iamAction: "sms-voice:ListRegistrationAssociations",
    access: "read",
    safeToRepeat: "yes",
  },
  describeRegistrationFieldDefinitions: {
    iamAction: "sms-voice:DescribeRegistrationFieldDefinitions",
    access: "read",
    safeToRepeat: "yes",
  },
  describeRegistrationSectionDefinitions: {
    iamAction: "sms-voice:DescribeRegistrationSectionDefinitions",
    access: "read",
    safeToRepeat: "yes",
  },
  describeRegistrationTypeDefinitions: {
    iamAction: "sms-voice:DescribeRegistrationTypeDefinitions",
    access: "read",
    safeToRepeat: "yes",
  },
  tagResource: { iamAction: "sms-voice:TagResource", access: "write", safeToRepeat: "yes" },
  untagResource: { iamAction: "sms-voice:UntagResource", access: "write", safeToRepeat: "yes" },
  listTagsForResource: { iamAction: "sms-voice:ListTagsForResource", access: "read", safeToRepeat: "yes" },
} as const satisfies Partial<Record<keyof PinpointSMSVoiceV2, Operation>>;

export type OperationName = keyof typeof OPERATIONS;
