import type { Lifecycle } from "./lifecycle";
import { GONE, type Observation } from "./observation";
import { isKnown, isRecord, type MaybeUnknown, type Problem, problems } from "./problem";
import { registrationGone } from "./registrationVersion/refusal";
import type { Move, Step } from "./step";

/** The arguments of a Registration once every value is known. */
export interface RegistrationInputs {
  registrationType: string;
  tags?: Record<string, string>;
  /** What makes this registration the same one when an answer was lost. Seed of CreateRegistration's ClientToken. */
  identity: string;
  region?: string;
}

/** What the service says of the registration. */
export interface RegistrationOutputs {
  registrationArn?: string;
  registrationStatus?: string;
  currentVersionNumber?: number;
  approvedVersionNumber?: number;
  latestDeniedVersionNumber?: number;
  createdTimestamp?: string;
}

export type RegistrationState = Partial<RegistrationInputs> & RegistrationOutputs;

export function checkRegistration(inputs: MaybeUnknown<RegistrationInputs>): Problem[] {
  const check = problems(inputs);
  check
    .required("registrationType", "string")
    .matches(/^[A-Za-z0-9_]{1,64}$/, "a registration type such as US_TEN_DLC_BRAND_REGISTRATION");
  check.optional("region", "string").matches(/^[a-z0-9-]+$/, "an AWS region such as us-east-1");
  return [...check.found, ...checkTags(inputs.tags)];
}

/** TagResource's limits. */
function checkTags(tags: unknown): Problem[] {
  if (tags === undefined || tags === null || !isKnown(tags)) return [];
  if (!isRecord(tags)) return [{ path: ["tags"], code: "type", allowed: "an object of tag key and value" }];
  const entries = Object.entries(tags);
  const tooMany: Problem = {
    path: ["tags"],
    code: "tooMany",
    actual: `${entries.length} tags`,
    allowed: "at most 200 tags",
  };
  return entries
    .flatMap<Problem>(([key, value]) => {
      const path = ["tags", key];
      if (key.length < 1 || key.length > 128) return [{ path, code: "key", allowed: "a key of 1 to 128 characters" }];
      if (!isKnown(value) || (typeof value === "string" && value.length <= 256)) return [];
      return [{ path, code: "type", allowed: "a text of at most 256 characters" }];
    })
    .concat(entries.length > 200 ? [tooMany] : []);
}

export function planRegistration(id: string | undefined, inputs: RegistrationInputs, observed: Observation): Move {
  if (id === undefined && observed.registration === undefined) {
    const { registrationType, tags = {}, identity } = inputs;
    return { move: "apply", steps: [{ operation: "createRegistration", registrationType, tags, identity }] };
  }
  const { registration, tags } = observed;
  if (registration === undefined) return { move: "look", parts: ["registration"] };
  if (registration === GONE) return { move: "refuse", refusal: registrationGone(id ?? "") };
  if (tags === undefined) return { move: "look", parts: ["tags"] };
  const steps = tagSteps(registration.registrationArn, tags, inputs.tags ?? {});
  return steps.length > 0 ? { move: "apply", steps } : { move: "done" };
}

export function planRegistrationDelete(registrationId: string, observed: Observation): Move {
  return observed.registration === GONE
    ? { move: "done" }
    : { move: "apply", steps: [{ operation: "deleteRegistration", registrationId }] };
}

function tagSteps(
  resourceArn: string,
  have: Readonly<Record<string, string>>,
  want: Readonly<Record<string, string>>,
): Step[] {
  const tagKeys = Object.keys(have).filter((key) => !Object.hasOwn(want, key));
  const tags = Object.fromEntries(
    Object.entries(want).filter(([key, value]) => !Object.hasOwn(have, key) || have[key] !== value),
  );
  return [
    ...(tagKeys.length > 0 ? [{ operation: "untagResource", resourceArn, tagKeys } as const] : []),
    ...(Object.keys(tags).length > 0 ? [{ operation: "tagResource", resourceArn, tags } as const] : []),
  ];
}

function registrationOutputs(inputs: RegistrationInputs, observed: Observation): RegistrationState {
  if (observed.registration === undefined || observed.registration === GONE) return inputs;
  const { registrationId: _, registrationType: __, ...outputs } = observed.registration;
  return { ...inputs, ...outputs };
}

/** AWS's own tags (`aws:...`) belong to nobody's program. */
function readRegistration(
  state: RegistrationState,
  observed: Observation,
): { inputs: RegistrationInputs; state: RegistrationState } | undefined {
  const { registration, tags = {} } = observed;
  if (registration === undefined || registration === GONE) return undefined;
  const own = Object.entries(tags).filter(([key]) => !key.startsWith("aws:"));
  const inputs = {
    registrationType: registration.registrationType,
    tags: own.length > 0 || state.tags !== undefined ? Object.fromEntries(own) : undefined,
    identity: state.identity ?? registration.registrationId,
  };
  return { inputs, state: registrationOutputs(inputs, observed) };
}

/** An unfinished run leaves no status: what the state then says of tags is not relied on. */
function isFinished(state: RegistrationState): boolean {
  return state.registrationStatus !== undefined;
}

/** A registration: the form's owner, with one version under review at a time. */
export const registration: Lifecycle<RegistrationInputs, RegistrationState> = {
  check: checkRegistration,
  replaces: (_id, state, inputs) => (inputs.registrationType === state.registrationType ? [] : ["registrationType"]),
  // `identity` only matters while a registration is created.
  isReached: (state, inputs) => isFinished(state) && tagSteps("", state.tags ?? {}, inputs.tags ?? {}).length === 0,
  id: () => undefined,
  recall: (state) => (isFinished(state) ? { tags: state.tags ?? {} } : {}),
  plan: (id, inputs, _state, observed) => planRegistration(id, inputs, observed),
  planDelete: planRegistrationDelete,
  outputs: (inputs, _state, observed) => registrationOutputs(inputs, observed),
  unfinished: (inputs, _state, observed) => ({
    ...registrationOutputs(inputs, observed),
    registrationStatus: undefined,
    tags: observed.tags,
  }),
  parts: ["registration", "tags"],
  read: (_id, state, observed) => readRegistration(state, observed),
};
