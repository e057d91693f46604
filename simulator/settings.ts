/**
 * What a test may turn. The first group are reports that conflict, or that nobody has made: each is a switch, so that a client can be
 * tried against every answer that the service may give. README.md says where each default comes from.
 */
export interface Settings {
  /** A submit with required fields missing: refused as SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED, refused as invalid with the list of fields, or accepted and denied. */
  incompleteForm: "refuse" | "invalid" | "deny";
  /** Versions in review that may be discarded: those in SUBMITTED only (the user guide), all, or none. */
  discardWhileInReview: "submitted" | "always" | "never";
  /** What a new version holds at first. */
  newVersion: "empty" | "inherits";
  /** The reason why a version in review cannot be submitted again. */
  submitAgain: "REGISTRATION_ALREADY_SUBMITTED" | "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED";
  deleteWhileInReview: "refused" | "allowed";
  deleteRequiredField: "refused" | "allowed";
  /** Whether what was deleted can still be described, with status DELETED. */
  deleted: "gone" | "listed";
  /** What a ClientToken answers whose registration was deleted: a new registration, or the deleted one. */
  clientTokenAfterDelete: "forgotten" | "remembered";
  describeVersions: "newestFirst" | "oldestFirst";
  unknownMembers: "ignore" | "refuse";

  /** A value that was put or deleted shows, to reads and to submit, only after this time and after this many looks at the version. */
  putVisibleAfterMs: number;
  putVisibleAfterReads: number;
  /** How long an attachment stays UPLOAD_IN_PROGRESS, and how it ends. */
  uploadAfterMs: number;
  uploadAfterReads: number;
  uploadEnds: "UPLOAD_COMPLETE" | "UPLOAD_FAILED";
  /** How long an approved registration stays PROVISIONING before it is COMPLETE; both 0: not at all. */
  provisioningAfterMs: number;
  provisioningAfterReads: number;
  /** With `incompleteForm: "deny"`. */
  automaticDenialAfterMs: number;

  /** Real milliseconds before every answer of the service. */
  latencyMs: number;
  /** How many calls of an account are let in a second in a region, all operations together; a burst is those of one second. `null`: any number. */
  callsPerSecond: number | null;
  /** The same for each operation by itself; an account starts with 1 for nearly every operation of registrations (user guide, "Quotas"). */
  callsPerSecondPerOperation: number | null;
  /** Results per page when the request names no MaxResults. */
  pageSize: number;
  quotas: Quotas;
}

/** Under the names of ServiceQuotaExceededException.Reason. The numbers are assumed. */
export interface Quotas {
  REGISTRATIONS_PER_ACCOUNT: number;
  REGISTRATION_VERSIONS_CREATED_PER_DAY: number;
  REGISTRATION_ATTACHMENTS_CREATED_PER_DAY: number;
  REGISTRATION_ATTACHMENTS_PER_ACCOUNT: number;
  ASSOCIATIONS_PER_REGISTRATION: number;
  TAGS_PER_RESOURCE: number;
}

export type SettingsPatch = Partial<Omit<Settings, "quotas">> & { quotas?: Partial<Quotas> };

const choices: { readonly [K in keyof Settings as Settings[K] extends string ? K : never]: readonly Settings[K][] } = {
  incompleteForm: ["refuse", "invalid", "deny"],
  discardWhileInReview: ["submitted", "always", "never"],
  newVersion: ["empty", "inherits"],
  submitAgain: ["REGISTRATION_ALREADY_SUBMITTED", "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"],
  deleteWhileInReview: ["refused", "allowed"],
  deleteRequiredField: ["allowed", "refused"],
  deleted: ["gone", "listed"],
  clientTokenAfterDelete: ["forgotten", "remembered"],
  describeVersions: ["newestFirst", "oldestFirst"],
  unknownMembers: ["ignore", "refuse"],
  uploadEnds: ["UPLOAD_COMPLETE", "UPLOAD_FAILED"],
};

/** The first choice of every switch, no delays. */
export function defaultSettings(): Settings {
  return {
    incompleteForm: "refuse",
    discardWhileInReview: "submitted",
    newVersion: "empty",
    submitAgain: "REGISTRATION_ALREADY_SUBMITTED",
    deleteWhileInReview: "refused",
    deleteRequiredField: "allowed",
    deleted: "gone",
    clientTokenAfterDelete: "forgotten",
    describeVersions: "newestFirst",
    unknownMembers: "ignore",
    putVisibleAfterMs: 0,
    putVisibleAfterReads: 0,
    uploadAfterMs: 0,
    uploadAfterReads: 0,
    uploadEnds: "UPLOAD_COMPLETE",
    provisioningAfterMs: 0,
    provisioningAfterReads: 0,
    automaticDenialAfterMs: 0,
    latencyMs: 0,
    callsPerSecond: null,
    callsPerSecondPerOperation: null,
    pageSize: 100,
    quotas: {
      REGISTRATIONS_PER_ACCOUNT: 10_000,
      REGISTRATION_VERSIONS_CREATED_PER_DAY: 100,
      REGISTRATION_ATTACHMENTS_CREATED_PER_DAY: 100,
      REGISTRATION_ATTACHMENTS_PER_ACCOUNT: 1_000,
      ASSOCIATIONS_PER_REGISTRATION: 100,
      TAGS_PER_RESOURCE: 200,
    },
  };
}

/** Where null means that there is no limit. */
const limits = new Set(["callsPerSecond", "callsPerSecondPerOperation"]);

/** Merges a patch into the settings, all of it or, with an error that says what is allowed, nothing. */
export function applySettings(settings: Settings, patch: SettingsPatch): void {
  const { quotas = {}, ...switches } = patch;
  const allowed = new Map<string, readonly string[]>(Object.entries(choices));
  for (const [name, value] of Object.entries(switches)) {
    if (!Object.hasOwn(settings, name))
      throw new Error(`No setting ${name}; there are: ${Object.keys(settings).join(", ")}`);
    const values = allowed.get(name);
    if (values && !values.includes(String(value))) throw new Error(`Setting ${name} is one of: ${values.join(", ")}`);
    if (values || (limits.has(name) && value === null)) continue;
    requireCount(name, value, name === "pageSize" || limits.has(name) ? 1 : 0);
  }
  for (const [name, value] of Object.entries(quotas)) {
    if (!Object.hasOwn(settings.quotas, name)) {
      throw new Error(`No quota ${name}; there are: ${Object.keys(settings.quotas).join(", ")}`);
    }
    requireCount(name, value);
  }
  Object.assign(settings, switches);
  Object.assign(settings.quotas, quotas);
}

function requireCount(name: string, value: unknown, least = 0): void {
  if (!Number.isSafeInteger(value) || Number(value) < least) {
    throw new Error(`Setting ${name} is a whole number from ${least} up`);
  }
}
