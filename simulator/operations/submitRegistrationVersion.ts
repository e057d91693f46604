import {
  type Account,
  currentVersion,
  findRegistration,
  type Registration,
  type RegistrationVersion,
} from "../account";
import { missingBeforeSubmit } from "../associations";
import { registrationName, versionStatusInformation } from "../describe";
import { refuse } from "../errors";
import { fieldsOfRegistration } from "../form";
import { type FieldProblem, formProblems } from "../forms/validate";
import { type Context, operation } from "../operation";
import { beginReview, move, type ReviewStep, settle } from "../review";
import { required, structure } from "../rules";
import { AwsReview, RegistrationIdOrArn } from "../shapes";
import { versionStatus } from "../statuses";
import { countLook, visibleValues } from "../values";

export const submitRegistrationVersion = operation({
  name: "SubmitRegistrationVersion",
  effect: "write",
  request: structure({ RegistrationId: required(RegistrationIdOrArn), AwsReview }),
  behave(account, request, context) {
    const { nowMs, settings } = context;
    const registration = findRegistration(account, request.RegistrationId);
    settle(account, registration, nowMs, settings);
    const version = currentVersion(registration);
    requireDraft(registration, version, context);
    requireAssociations(account, registration);
    const denial = requireForm(registration, version, context);

    registration.statusBeforeSubmit = registration.status;
    move(account, registration, version, { status: "SUBMITTED" }, nowMs, settings);
    const steps = denial ? [denial] : (version.script?.steps ?? context.defaultReview(registration.type));
    if (steps.length > 0) beginReview(version, steps, nowMs);
    return {
      ...registrationName(account, registration),
      ...versionStatusInformation(version),
      AwsReview: request.AwsReview ?? false,
    };
  },
});

const resource = ({ id }: Registration) => ({ ResourceType: "registration", ResourceId: id });

function requireDraft(
  registration: Registration,
  { number, status }: RegistrationVersion,
  { settings }: Context,
): void {
  const { phase } = versionStatus(status);
  if (phase === "draft") return;
  const message = `Version ${number} is ${status} and cannot be submitted`;
  const again = phase === "review" && settings.submitAgain === "REGISTRATION_ALREADY_SUBMITTED";
  const rule = again ? "submitRegistrationVersion.alreadySubmitted" : "submitRegistrationVersion.notAllowed";
  throw refuse(rule, message, resource(registration));
}

function requireAssociations(account: Account, registration: Registration): void {
  const missing = missingBeforeSubmit(account, registration);
  if (missing.length === 0) return;
  const message = `A ${registration.type} has to be associated with a ${missing.join(" and a ")} before it is submitted`;
  throw refuse("submitRegistrationVersion.association", message, resource(registration));
}

/** A form with missing fields is refused, or accepted to be denied: the reports differ, the settings decide. */
function requireForm(
  registration: Registration,
  version: RegistrationVersion,
  context: Context,
): ReviewStep | undefined {
  const { nowMs, settings, drift } = context;
  const { missing, wrong } = formProblems(
    fieldsOfRegistration(registration, drift).values(),
    visibleValues(version, nowMs),
  );
  if (countLook(version)) context.touch();
  const problems = [...missing, ...wrong];
  if (problems.length === 0) return undefined;
  if (settings.incompleteForm === "deny") return denialOf(problems, settings.automaticDenialAfterMs);
  const message = `Version ${version.number} cannot be submitted: ${problems.map(({ Name, Message }) => `${Name} ${Message}`).join("; ")}`;
  if (missing.length === 0) throw refuse("submitRegistrationVersion.condition", message, { Fields: wrong });
  if (settings.incompleteForm === "invalid")
    throw refuse("submitRegistrationVersion.invalid", message, { Fields: problems });
  throw refuse("submitRegistrationVersion.incomplete", message, resource(registration));
}

function denialOf(problems: FieldProblem[], afterMs: number): ReviewStep {
  return {
    status: "DENIED",
    afterMs,
    deniedReasons: [{ Reason: "INCOMPLETE_FORM", ShortDescription: "Fields are missing or not valid." }],
    fields: problems.map(({ Name, Message }) => ({ FieldPath: Name, DeniedReason: `${Name} ${Message}` })),
  };
}
