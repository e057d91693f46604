import type { ErrorCode } from "./errors";

/**
 * Every rule that the simulator follows and cannot be read off a signature, and who says so:
 * `model` the service model (types, limits, texts of its documentation), `guide` the user guide, `field` several operators,
 * independently, `assumed` nobody: the simulator had to do something. A test prints the assumed ones.
 */
export type Evidence = "model" | "guide" | "field" | "assumed";
export interface Rule {
  readonly evidence: Evidence;
  readonly says: string;
  readonly code?: ErrorCode;
  readonly reason?: string;
}

const validation = (reason: string, evidence: Evidence, says: string) =>
  ({ code: "ValidationException", reason, evidence, says }) as const;
const conflict = (reason: string, evidence: Evidence, says: string) =>
  ({ code: "ConflictException", reason, evidence, says }) as const;
const quota = (reason: string, says: string) =>
  ({ code: "ServiceQuotaExceededException", reason, evidence: "model", says }) as const;
const wire = (code: ErrorCode, says: string) => ({ code, evidence: "assumed", says }) as const;
const behaviour = (evidence: Evidence, says: string) => ({ evidence, says }) as const;

/** Rules that refuse, by the operation that refuses first; then rules that only do. */
export const rules = {
  "wire.noSignature": wire(
    "MissingAuthenticationTokenException",
    "a request without an Authorization header is refused",
  ),
  "wire.signatureForm": wire("IncompleteSignatureException", "a SigV4 header that lacks a part is refused"),
  "wire.signatureScope": wire("InvalidSignatureException", "a signature for another service is refused"),
  "wire.operation": wire(
    "UnknownOperationException",
    "an X-Amz-Target that is no registration or tag operation is refused",
  ),
  "wire.contentType": wire("UnknownOperationException", "a request that is not application/x-amz-json-1.0 is refused"),
  "wire.json": wire("SerializationException", "a body that is not JSON is refused"),
  "wire.size": wire("RequestEntityTooLargeException", "a body of more than 10 MiB is refused"),
  "rate.operation": {
    code: "ThrottlingException",
    evidence: "guide",
    says: "each operation has a rate per account and region, 1 request a second for nearly every one until it is raised; by default nothing is limited: callsPerSecondPerOperation; that a second's calls may come at once is assumed",
  },
  "rate.account": wire(
    "ThrottlingException",
    "all calls of an account in a region share a rate: callsPerSecond; by default nothing is limited",
  ),
  "request.wrongType": wire(
    "SerializationException",
    "a value of the wrong JSON type is refused before any validation",
  ),
  "request.missing": validation(
    "MISSING_PARAMETER",
    "model",
    "required members; that Fields lists all failures is assumed",
  ),
  "request.constraint": validation(
    "INVALID_PARAMETER",
    "model",
    "lengths, ranges, patterns and enums; that Fields lists all failures is assumed",
  ),
  "request.notTogether": validation("PARAMETERS_CANNOT_BE_USED_TOGETHER", "model", "members that exclude one another"),
  "request.oneMissing": validation("MISSING_PARAMETER", "model", "one of several members is needed"),
  "page.token": validation(
    "INVALID_NEXT_TOKEN",
    "model",
    "a NextToken is of the operation and request that it came from",
  ),
  "filter.values": validation("INVALID_FILTER_VALUES", "assumed", "a filter by status takes only known statuses"),
  "arn.form": validation(
    "INVALID_ARN",
    "assumed",
    "a resource ARN names this service, account, region and a taggable resource",
  ),
  "resource.notFound": {
    code: "ResourceNotFoundException",
    evidence: "model",
    says: "ids that this account does not have in this region",
  },
  "registrationType.unknown": validation(
    "UNKNOWN_REGISTRATION_TYPE",
    "model",
    "types are those of DescribeRegistrationTypeDefinitions",
  ),
  "section.unknown": validation(
    "UNKNOWN_REGISTRATION_SECTION",
    "model",
    "sections are those of the type's definitions",
  ),
  "field.unknown": validation("UNKNOWN_REGISTRATION_FIELD", "model", "fields are those of the type's definitions"),
  "version.unknown": validation(
    "UNKNOWN_REGISTRATION_VERSION",
    "model",
    "version numbers that the registration does not have",
  ),
  "clientToken.reused": conflict(
    "RESOURCE_ALREADY_EXISTS",
    "assumed",
    "a ClientToken comes again with another request",
  ),

  "createRegistration.quota": quota("REGISTRATIONS_PER_ACCOUNT", "registrations per account and region"),
  "createRegistrationVersion.notAllowed": conflict(
    "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
    "field",
    "a new version needs the newest one to be closed (APPROVED, DENIED, DISCARDED, REVOKED, ARCHIVED)",
  ),
  "createRegistrationVersion.quota": quota(
    "REGISTRATION_VERSIONS_CREATED_PER_DAY",
    "CreateRegistrationVersion per account, region and UTC day; how the day is counted, and that version 1 does not count, is assumed",
  ),
  "editFieldValues.notAllowed": conflict(
    "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED",
    "field",
    "only a DRAFT can be edited, a DENIED version cannot",
  ),
  "putRegistrationFieldValue.invalid": validation(
    "FIELD_VALIDATION_FAILED",
    "model",
    "a value has to fit its field's definition; that it is checked at the put, and conditional rules only at submit, is assumed",
  ),
  "putRegistrationFieldValue.attachmentNotReady": conflict(
    "RESOURCE_NOT_ACTIVE",
    "assumed",
    "a field takes an attachment only once it is UPLOAD_COMPLETE (that one has to wait: field)",
  ),
  "putRegistrationFieldValue.attachmentLimit": validation(
    "FIELD_VALIDATION_FAILED",
    "assumed",
    "some fields take fewer file types or smaller files (field); that the put refuses them is assumed",
  ),
  "deleteRegistrationFieldValue.required": validation(
    "REGISTRATION_FIELD_CANNOT_BE_DELETED",
    "assumed",
    "with deleteRequiredField: refused, the value of a REQUIRED field cannot be deleted",
  ),
  "submitRegistrationVersion.alreadySubmitted": conflict(
    "REGISTRATION_ALREADY_SUBMITTED",
    "field",
    "a version in review cannot be submitted; reports differ about the reason: switch submitAgain",
  ),
  "submitRegistrationVersion.notAllowed": conflict(
    "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
    "field",
    "a version that is closed cannot be submitted",
  ),
  "submitRegistrationVersion.association": conflict(
    "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
    "field",
    "ASSOCIATE_BEFORE_SUBMIT resources come first",
  ),
  "submitRegistrationVersion.incomplete": conflict(
    "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED",
    "field",
    "required fields must be set; switch incompleteForm: refuse",
  ),
  "submitRegistrationVersion.invalid": validation(
    "FIELD_VALIDATION_FAILED",
    "model",
    "the model's text: absence is a validation error at submission; switch incompleteForm: invalid",
  ),
  "submitRegistrationVersion.condition": validation(
    "FIELD_VALIDATION_FAILED",
    "model",
    "a DISALLOWED value, or one against its ConditionalValidation, is a validation error at submission",
  ),
  "discardRegistrationVersion.notAllowed": conflict(
    "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED",
    "guide",
    "DRAFT and SUBMITTED can be discarded, nothing else; reports differ: switch discardWhileInReview",
  ),
  "deleteRegistration.inReview": conflict(
    "RESOURCE_DELETION_NOT_ALLOWED",
    "guide",
    "no changes to a registration in REVIEWING; that the other review statuses count as well is assumed; switch deleteWhileInReview",
  ),
  "deleteRegistration.associations": conflict(
    "RESOURCE_NOT_EMPTY",
    "guide",
    "numbers go first, unless the type says DELETE_REGISTRATION_DISASSOCIATES; the reason is assumed",
  ),
  "deleteRegistration.inUse": conflict(
    "RESOURCE_DELETION_NOT_ALLOWED",
    "assumed",
    "a registration that others are associated with stays",
  ),
  "createRegistrationAttachment.type": validation(
    "ATTACHMENT_TYPE_NOT_SUPPORTED",
    "model",
    "PDF, JPEG or PNG, by the first bytes of a body and by the ending of a URL",
  ),
  "createRegistrationAttachment.size": validation(
    "MAXIMUM_SIZE_EXCEEDED",
    "model",
    "5 MB; that 5 MB are 5,242,880 bytes follows from the model's limit on the base64 text",
  ),
  "createRegistrationAttachment.url": validation("INVALID_PARAMETER", "model", "a URL is s3://bucket/file"),
  "createRegistrationAttachment.quota": quota(
    "REGISTRATION_ATTACHMENTS_PER_ACCOUNT",
    "attachments per account and region",
  ),
  "createRegistrationAttachment.daily": quota(
    "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY",
    "attachments per account, region and UTC day",
  ),
  "deleteRegistrationAttachment.inUse": conflict(
    "RESOURCE_DELETION_NOT_ALLOWED",
    "assumed",
    "an attachment that the current version of a registration refers to stays",
  ),
  "createRegistrationAssociation.unsupported": validation(
    "INVALID_REGISTRATION_ASSOCIATION",
    "model",
    "a type takes the resources that its SupportedAssociations name; that the kind of a number counts is assumed",
  ),
  "createRegistrationAssociation.exists": conflict(
    "RESOURCE_ALREADY_ASSOCIATED",
    "model",
    "a resource is associated once, a number with one registration",
  ),
  "createRegistrationAssociation.notComplete": conflict(
    "REGISTRATION_NOT_COMPLETE",
    "field",
    "a campaign's brand, and a registration with ASSOCIATE_AFTER_COMPLETE, have to be COMPLETE first",
  ),
  "createRegistrationAssociation.inReview": conflict(
    "RESOURCE_MODIFICATION_NOT_ALLOWED",
    "guide",
    "no changes to the resources of a registration in REVIEWING",
  ),
  "createRegistrationAssociation.quota": quota("ASSOCIATIONS_PER_REGISTRATION", "resources per registration"),
  "tags.quota": quota("TAGS_PER_RESOURCE", "tags per resource"),
  "tags.keys": validation(
    "INVALID_PARAMETER",
    "assumed",
    "tag keys are unique in a request and do not start with aws:",
  ),

  "error.conflictMessage": behaviour(
    "field",
    'the message of a conflict is Conflict Occurred - Reason="..." ResourceType="..." ResourceId="..."; all other texts are assumed',
  ),
  "newVersion.empty": behaviour("field", "a new version inherits no value; one report says it does: switch newVersion"),
  "review.archive": behaviour("model", "when a version is approved, the approved one before it becomes ARCHIVED"),
  "review.registrationStatus": behaviour(
    "assumed",
    "the registration follows its version: APPROVED becomes COMPLETE (after PROVISIONING), DENIED and REVOKED become REQUIRES_UPDATES, REQUIRES_OFFLINE_REVIEW becomes REVIEWING",
  ),
  "review.senderId": behaviour(
    "model",
    "ASSOCIATE_ON_APPROVAL: the sender id is made and associated when the registration is approved",
  ),
  "review.revoked": behaviour("assumed", "a REVOKED version is no longer the ApprovedVersionNumber"),
  "discard.registrationStatus": behaviour(
    "assumed",
    "after a discard the registration has the status that it had before the submit",
  ),
  "associations.closed": behaviour(
    "model",
    "DISASSOCIATE_ALL_CLOSES_REGISTRATION: the registration is CLOSED when its last number is released",
  ),
  "fieldValues.eventual": behaviour(
    "field",
    "values are eventually consistent; by default they show at once: putVisibleAfterMs, putVisibleAfterReads",
  ),
  automaticDenial: behaviour("field", "an incomplete form is denied within seconds: switch incompleteForm: deny"),
  unknownMembers: behaviour("assumed", "members that the model does not have are ignored: switch unknownMembers"),
  "deleted.gone": behaviour("assumed", "what was deleted is not found any more: switch deleted"),
  "clientToken.afterDelete": behaviour(
    "assumed",
    "the ClientToken of a deleted registration makes a new one: switch clientTokenAfterDelete",
  ),
  "clientToken.lifetime": behaviour("assumed", "a ClientToken is remembered for ever"),
  "describe.order": behaviour(
    "assumed",
    "versions are listed newest first (switch describeVersions), everything else oldest first",
  ),
  "describe.idsAndFilters": behaviour(
    "assumed",
    "ids and filters given together both count; values of one filter are alternatives, filters add up",
  ),
  "deleteFieldValue.absent": behaviour("assumed", "deleting a value that is not set succeeds"),
  forms: behaviour(
    "field",
    "paths, types, needs and lengths of the forms are from forms.md; titles, and options not listed there, are assumed",
  ),
  "quotas.numbers": behaviour("assumed", "the numbers of all quotas"),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
export type RefusalName = { [K in RuleName]: (typeof rules)[K] extends { code: ErrorCode } ? K : never }[RuleName];
