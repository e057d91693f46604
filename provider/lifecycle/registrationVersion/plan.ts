import { declaredFields, sameFields, sameValue } from "../fields";
import { GONE, type Observation, type ValueFacts, type VersionFacts } from "../observation";
import { findAssociation } from "../registrationAssociation";
import type { Move, Step } from "../step";
import { type DeclaredVersion, lastRunVersionNumber, type VersionState } from "./declared";
import { overwritten } from "./overwritten";
import { denied, inReview, registrationGone, unknownStatus, waitingFor } from "./refusal";
import { type Action, isApproved, isFrozen, isProvisioning, statusRule, WAIT_FOR } from "./status";

/**
 * The next move towards what is declared, from what is known. It is asked again after every move, so create, update,
 * adoption and carrying on after a crash are the same path.
 */
export function planVersion(
  declared: DeclaredVersion,
  previous: VersionState | undefined,
  observed: Observation,
): Move {
  const newest = observed.newestVersion;
  if (newest === undefined) {
    return { move: "look", parts: isFinished(previous) ? ["newestVersion"] : ["newestVersion", "values"] };
  }
  if (newest === GONE) return { move: "refuse", refusal: registrationGone(declared.registrationId) };

  const held = observed.values;
  if (held === undefined) {
    const values = remembered(declared, previous, newest);
    return values ? { move: "recall", known: { values } } : { move: "look", parts: ["values"] };
  }

  if (held.isDoubtful) return { move: "look", parts: ["values"] };
  const same = held.mayAlsoHold.size === 0 && sameFields(declared.values, held.values);
  if (!same && observed.submitted?.versionNumber === newest.versionNumber) {
    return overwritten(declared.registrationId, newest, observed.submitted);
  }
  const rule = statusRule(newest.status);
  return actions[same ? rule.same : rule.differs]({ declared, previous, observed, newest, held });
}

interface Situation {
  declared: DeclaredVersion;
  previous: VersionState | undefined;
  observed: Observation;
  newest: VersionFacts;
  held: ValueFacts;
}

const actions: Record<Action, (situation: Situation) => Move> = {
  adopt: (s) => associate(s) ?? (isWaitOver(s) ? (provisioned(s) ?? report(s)) : wait(s, true)),
  submit: (s) => associate(s) ?? (s.declared.submit ? { move: "apply", steps: [submit(s)] } : report(s)),
  edit,
  open: ({ declared, held }) => ({
    move: "apply",
    steps: [
      {
        operation: "createRegistrationVersion",
        registrationId: declared.registrationId,
        mayInherit: [...held.values.keys(), ...held.mayAlsoHold],
      },
    ],
  }),
  inReview: (s) => {
    const { registrationId, whileInReview } = s.declared;
    if (whileInReview === "wait") return wait(s, false);
    return whileInReview === "discard"
      ? { move: "apply", steps: [{ operation: "discardRegistrationVersion", registrationId }] }
      : { move: "refuse", refusal: inReview(registrationId, s.newest) };
  },
  denied: (s) => {
    if (asksToResubmit(s)) return actions.open(s);
    // The reviewers' words on single fields come with the values; what the state remembers does not carry them.
    const { fieldFeedback } = s.held;
    if (fieldFeedback === undefined) return { move: "look", parts: ["values"] };
    return { move: "refuse", refusal: denied(s.declared.registrationId, s.newest, fieldFeedback) };
  },
  unknown: ({ declared, newest }) => ({ move: "refuse", refusal: unknownStatus(declared.registrationId, newest) }),
};

/**
 * A changed trigger asks to resubmit the version that was denied when it changed, once. A newer version number means
 * that an interrupted run has acted on it already.
 */
function asksToResubmit({ declared, previous, newest }: Situation): boolean {
  return (
    previous !== undefined &&
    previous.resubmitTrigger !== declared.resubmitTrigger &&
    lastRunVersionNumber(previous) === newest.versionNumber
  );
}

/** Only an update that reached `waitFor` is over; a status without a stage ends the wait at once. */
function isWaitOver({ declared, newest }: Situation): boolean {
  const { stage } = statusRule(newest.status);
  return !declared.submit || stage === undefined || stage >= declared.waitFor;
}

function wait({ declared, newest, held }: Situation, keep: boolean): Move {
  return {
    move: "wait",
    what: waitingFor(declared.registrationId, newest),
    timeoutMs: declared.waitTimeoutMs,
    keep,
    parts: ["newestVersion"],
    // Nobody has said anything of the fields yet; whoever needs the reviewers' words looks again.
    known: { values: { ...held, fieldFeedback: undefined }, registration: undefined },
  };
}

/** Who waits for the approval wants to use it: not before the registration, which moves by itself, has been set up. */
function provisioned({ declared, newest, observed }: Situation): Move | undefined {
  if (!declared.submit || declared.waitFor < WAIT_FOR.approved || !isApproved(newest.status)) return undefined;
  const { registration } = observed;
  if (registration === undefined) return { move: "look", parts: ["registration"] };
  if (registration === GONE || !isProvisioning(registration.registrationStatus)) return undefined;
  return {
    move: "wait",
    what: `${waitingFor(declared.registrationId, newest)}, and the registration ${registration.registrationStatus}`,
    timeoutMs: declared.waitTimeoutMs,
    keep: true,
    parts: ["registration"],
    known: {},
  };
}

function edit(situation: Situation): Move {
  const { declared, held } = situation;
  const { registrationId } = declared;
  const isUndeclared = (path: string) => !declared.values.has(path);
  // Only what is known to be there can be deleted.
  if ([...held.mayAlsoHold].some(isUndeclared)) return { move: "look", parts: ["values"] };

  const steps: Step[] = [];
  for (const [fieldPath, value] of declared.values) {
    if (sameValue(value, held.values.get(fieldPath))) continue;
    steps.push({ operation: "putRegistrationFieldValue", registrationId, fieldPath, value });
  }
  for (const fieldPath of [...held.values.keys()].filter(isUndeclared)) {
    steps.push({ operation: "deleteRegistrationFieldValue", registrationId, fieldPath });
  }
  // What has to be associated comes before the submission; it is planned once the fields are there.
  const isComplete = declared.associations.length === 0;
  if (declared.submit && isComplete) steps.push(submit(situation));
  return { move: "apply", steps };
}

/** Associates what is declared and not yet there; what is there besides cannot be taken back. */
function associate({ declared, previous, observed }: Situation): Move | undefined {
  const { registrationId, associations } = declared;
  const isRemembered = (id: string) => isFinished(previous) && previous.associations?.includes(id);
  if (associations.every(isRemembered)) return undefined;
  if (observed.associations === undefined) return { move: "look", parts: ["associations"] };
  const missing = associations.filter((resourceId) => findAssociation(observed, resourceId) === undefined);
  if (missing.length === 0) return undefined;
  const operation = "createRegistrationAssociation" as const;
  return { move: "apply", steps: missing.map((resourceId) => ({ operation, registrationId, resourceId })) };
}

function submit({ declared: { registrationId, awsReview } }: Situation): Step {
  return { operation: "submitRegistrationVersion", registrationId, awsReview };
}

/** The outputs tell of the registration too; while the version stays where it was, so does the registration. */
function report({ declared, previous, observed, newest }: Situation): Move {
  if (observed.registration === GONE) return { move: "refuse", refusal: registrationGone(declared.registrationId) };
  if (observed.registration !== undefined) return { move: "done" };
  const unmoved =
    isFinished(previous) && previous.versionNumber === newest.versionNumber && previous.status === newest.status;
  return unmoved ? { move: "done" } : { move: "look", parts: ["registration"] };
}

/**
 * The content that the state remembers of this very version. A version that was frozen then cannot have changed since.
 * A draft can: it is looked at again before it is submitted, and where somebody else submitted or discarded it.
 */
function remembered(
  declared: DeclaredVersion,
  previous: VersionState | undefined,
  newest: VersionFacts,
): ValueFacts | undefined {
  if (!isFinished(previous) || previous.versionNumber !== newest.versionNumber) return undefined;
  const isCertain = isFrozen(previous.status) || (previous.status === newest.status && !declared.submit);
  if (!isCertain) return undefined;
  return { values: declaredFields(previous.fields), mayAlsoHold: new Set() };
}

function isFinished(
  previous: VersionState | undefined,
): previous is VersionState & Required<Pick<VersionState, "fields">> {
  return previous?.fields !== undefined;
}
