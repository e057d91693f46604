import type { Lifecycle } from "./lifecycle";
import { GONE, type Observation, type RegistrationFacts } from "./observation";
import { REGION, REGISTRATION_ID, REGISTRATION_TYPE } from "./patterns";
import { type MaybeUnknown, type Problem, problems } from "./problem";
import { registrationGone } from "./registrationVersion/refusal";
import type { Move, Refusal } from "./step";
import { checkTags, sameTags, tagInputs, tagSteps, unreadWithTags } from "./tags";

/** The arguments of a Registration once every value is known. */
export interface RegistrationInputs {
  registrationType: string;
  tags?: Record<string, string>;
  /** What makes this registration the same one when an answer was lost. Seed of CreateRegistration's ClientToken. */
  identity: string;
  /** An existing registration to manage instead of creating one. */
  adopt?: string;
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
  check.required("registrationType", "string").matches(...REGISTRATION_TYPE);
  check.optional("adopt", "string").matches(...REGISTRATION_ID);
  check.optional("region", "string").matches(...REGION);
  return [...check.found, ...checkTags(inputs.tags)];
}

export function planRegistration(
  id: string | undefined,
  inputs: RegistrationInputs,
  state: RegistrationState | undefined,
  observed: Observation,
): Move {
  if (id === undefined && observed.registration === undefined) {
    const { registrationType, tags = {}, identity } = inputs;
    return { move: "apply", steps: [{ operation: "createRegistration", registrationType, tags, identity }] };
  }
  const { registration, tags } = observed;
  if (registration === undefined) return { move: "look", parts: ["registration"] };
  if (registration === GONE) return { move: "refuse", refusal: registrationGone(id ?? "") };
  if (registration.registrationType !== inputs.registrationType)
    return { move: "refuse", refusal: otherType(registration, inputs) };
  // Adopting changes nothing that the program does not declare.
  const isAdopted = state === undefined && inputs.adopt !== undefined;
  if (isAdopted && tags === undefined && inputs.tags === undefined) return { move: "done" };
  if (tags === undefined) return { move: "look", parts: ["tags"] };
  const steps = tagSteps(registration.registrationArn, tags, inputs.tags ?? {});
  return steps.length > 0 ? { move: "apply", steps } : { move: "done" };
}

function otherType(found: RegistrationFacts, { registrationType }: RegistrationInputs): Refusal {
  return {
    code: "REGISTRATION_TYPE_DIFFERS",
    message:
      `Registration ${found.registrationId} is a ${found.registrationType}, not a ${registrationType}. ` +
      "Declare its own type, or adopt another registration.",
    keep: false,
  };
}

export function planRegistrationDelete(registrationId: string, observed: Observation): Move {
  return observed.registration === GONE
    ? { move: "done" }
    : { move: "apply", steps: [{ operation: "deleteRegistration", registrationId }] };
}

function registrationOutputs(inputs: RegistrationInputs, observed: Observation): RegistrationState {
  if (observed.registration === undefined || observed.registration === GONE) return inputs;
  const { registrationId: _, registrationType: __, ...outputs } = observed.registration;
  return { ...inputs, ...outputs };
}

function readRegistration(
  state: RegistrationState,
  observed: Observation,
): { inputs: RegistrationInputs; state: RegistrationState } | undefined {
  const { registration, tags } = observed;
  if (registration === undefined || registration === GONE) return undefined;
  const inputs = {
    registrationType: registration.registrationType,
    tags: tagInputs(tags, state.tags),
    adopt: state.adopt,
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
  replaces: (id, state, { registrationType, adopt }) => [
    ...(registrationType === state.registrationType ? [] : ["registrationType"]),
    // Without `adopt`, what was adopted stays.
    ...(adopt === undefined || adopt === id ? [] : ["adopt"]),
  ],
  // `identity` only matters while a registration is created.
  isReached: (state, inputs) => isFinished(state) && sameTags(state.tags, inputs.tags),
  id: (inputs) => inputs.adopt,
  recall: (state) => (isFinished(state) ? { tags: state.tags ?? {} } : {}),
  plan: planRegistration,
  planDelete: planRegistrationDelete,
  outputs: (inputs, _state, observed) => registrationOutputs(inputs, observed),
  unfinished: (inputs, _state, observed) => ({
    ...registrationOutputs(inputs, observed),
    registrationStatus: undefined,
    tags: observed.tags,
  }),
  parts: ["registration", "tags"],
  unread: (state, observed) => unreadWithTags("registration", state, observed),
  read: (_id, state, observed) => readRegistration(state, observed),
};
