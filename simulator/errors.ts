import { type RefusalName, type Rule, rules } from "./reasons";

export type ErrorCode = keyof typeof statusOf;

const statusOf = {
  AccessDeniedException: 400,
  ConflictException: 400,
  InternalServerException: 500,
  ResourceNotFoundException: 400,
  ServiceQuotaExceededException: 400,
  ThrottlingException: 400,
  ValidationException: 400,
  IncompleteSignatureException: 400,
  InvalidSignatureException: 400,
  MissingAuthenticationTokenException: 400,
  RequestEntityTooLargeException: 413,
  SerializationException: 400,
  UnknownOperationException: 400,
} as const;

/** An error answer of the service. `members` are those of the model's exception shape. */
export class ServiceError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
  /** What a client is told. Of a conflict the service names no more than its members; the call log explains it. */
  get wireMessage(): string {
    if (this.code !== "ConflictException") return this.message;
    const { Reason, ResourceType, ResourceId } = this.members;
    return `Conflict Occurred - Reason="${Reason}" ResourceType="${ResourceType}" ResourceId="${ResourceId}"`;
  }
  get statusCode(): number {
    return statusOf[this.code];
  }
}

/** The error of a rule, with the reason that the catalogue gives it. */
export function refuse(name: RefusalName, message: string, members: Record<string, unknown> = {}): ServiceError {
  const rule: Rule & { code: ErrorCode } = rules[name];
  return new ServiceError(
    rule.code,
    message,
    rule.reason === undefined ? members : { Reason: rule.reason, ...members },
  );
}

export function notFound(resourceType: ResourceType, id: string): ServiceError {
  const members = { ResourceType: resourceType, ResourceId: id };
  return refuse("resource.notFound", `The ${resourceType} ${id} does not exist in this account and region`, members);
}

export type ResourceType = "phone-number" | "sender-id" | "registration" | "registration-attachment";
