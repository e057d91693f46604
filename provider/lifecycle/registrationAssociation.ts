import { DURATION, DURATION_NOTATION, durationMs } from "./duration";
import { associationOf } from "./form/associations";
import type { Lifecycle } from "./lifecycle";
import { GONE, type Observation, unseen } from "./observation";
import { REGION, REGISTRATION_ID, RESOURCE_ID } from "./patterns";
import { type MaybeUnknown, type Problem, problems } from "./problem";
import { registrationGone } from "./registrationVersion/refusal";
import type { Move } from "./step";

/** The arguments of a RegistrationAssociation once every value is known. */
export interface AssociationInputs {
  registrationId: string;
  resourceId: string;
  waitForComplete?: boolean;
  waitTimeout?: string;
  region?: string;
}

/** What the service says of the association. */
export interface AssociationOutputs {
  resourceArn?: string;
  resourceType?: string;
  isoCountryCode?: string;
  phoneNumber?: string;
}

export type AssociationState = Partial<AssociationInputs> & AssociationOutputs;

/** Where a registration stands: usable, final without being it, or (all others, new ones too) on its way. */
const REGISTRATION_RULES: Readonly<Record<string, "complete" | "over">> = {
  COMPLETE: "complete",
  CLOSED: "over",
  DELETED: "over",
  REQUIRES_UPDATES: "over",
};

/** The id of an association: the service has none. `,` stands in neither part. */
export function associationId({ registrationId, resourceId }: { registrationId: string; resourceId: string }): string {
  return `${registrationId},${resourceId}`;
}

function parts(id: string): { registrationId: string; resourceId: string } {
  const [registrationId = "", resourceId = ""] = id.split(",");
  return { registrationId, resourceId };
}

function checkAssociation(inputs: MaybeUnknown<AssociationInputs>): Problem[] {
  const check = problems(inputs);
  check.required("registrationId", "string").matches(...REGISTRATION_ID);
  check.required("resourceId", "string").matches(...RESOURCE_ID);
  check.optional("waitForComplete", "boolean");
  check.optional("waitTimeout", "string").matches(DURATION, DURATION_NOTATION);
  check.optional("region", "string").matches(...REGION);
  return check.found;
}

function planAssociation(inputs: AssociationInputs, observed: Observation): Move {
  const { registrationId, resourceId } = inputs;
  if (observed.associations === undefined) return { move: "look", parts: ["associations"] };
  if (observed.associations === GONE) return { move: "refuse", refusal: registrationGone(registrationId) };
  if (findAssociation(observed, resourceId)) return { move: "done" };
  return (
    waitForComplete(inputs, observed) ?? {
      move: "apply",
      steps: [{ operation: "createRegistrationAssociation", registrationId, resourceId }],
    }
  );
}

/** A campaign can only be associated with a brand that is COMPLETE, and takes numbers only once it is so itself. */
function waitForComplete(inputs: AssociationInputs, { registration }: Observation): Move | undefined {
  if (!inputs.waitForComplete) return undefined;
  const isOther = associationOf(inputs.resourceId).resourceType === "registration";
  const awaited = isOther ? inputs.resourceId : inputs.registrationId;
  if (registration === undefined) return { move: "look", parts: ["registration"], of: awaited };
  if (registration === GONE) return { move: "refuse", refusal: registrationGone(awaited) };
  const status = registration.registrationStatus;
  const rule = REGISTRATION_RULES[status];
  if (rule === "complete") return undefined;
  const what = `Registration ${awaited} is ${status}, and has to be COMPLETE`;
  if (rule === "over") {
    return {
      move: "refuse",
      refusal: {
        code: "RESOURCE_NOT_COMPLETE",
        message: `${what}. Bring its own version to approval first.`,
        keep: false,
      },
    };
  }
  const timeoutMs = durationMs(inputs.waitTimeout ?? "30m");
  return { move: "wait", what, timeoutMs, keep: false, parts: ["registration"], of: awaited, known: {} };
}

/** Resources may be given by id or by ARN. */
export function findAssociation({ associations }: Observation, resourceId: string) {
  return associations === undefined || associations === GONE
    ? undefined
    : associations.find((a) => a.resourceId === resourceId || a.resourceArn === resourceId);
}

/** A number, a sender id or another registration that belongs to a registration. */
export const registrationAssociation: Lifecycle<AssociationInputs, AssociationState> = {
  check: checkAssociation,
  replaces: (id, _state, inputs) => {
    const old = parts(id);
    return (["registrationId", "resourceId"] as const).filter((name) => inputs[name] !== old[name]);
  },
  isReached: (state) => state.resourceArn !== undefined,
  id: associationId,
  subject: (id) => parts(id).registrationId,
  recall: () => ({}),
  plan: (_id, inputs, _state, observed) => planAssociation(inputs, observed),
  planDelete: (id) => {
    const { registrationId, resourceId } = parts(id);
    return {
      move: "done",
      notice:
        `AWS has no operation to take an association back: ${resourceId} stays associated with ${registrationId} until it is ` +
        "released, or the registration is deleted. Only the Pulumi resource is gone.",
    };
  },
  outputs: (inputs, _state, observed) => ({ ...inputs, ...withoutId(findAssociation(observed, inputs.resourceId)) }),
  unfinished: (inputs) => inputs,
  parts: ["associations"],
  unread: (_state, observed) => unseen(observed, ["associations"]),
  read: (id, state, observed) => {
    const { registrationId, resourceId } = parts(id);
    const found = findAssociation(observed, resourceId);
    if (found === undefined) return undefined;
    const { waitForComplete, waitTimeout } = state;
    const inputs = { registrationId, resourceId, waitForComplete, waitTimeout };
    return { inputs, state: { ...inputs, ...withoutId(found) } };
  },
};

function withoutId(found: ReturnType<typeof findAssociation>): AssociationOutputs {
  if (found === undefined) return {};
  const { resourceId: _, ...outputs } = found;
  return outputs;
}
