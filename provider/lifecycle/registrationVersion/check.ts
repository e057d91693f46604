import { DURATION, DURATION_NOTATION } from "../duration";
import type { FieldInput } from "../fields";
import { ADVICE_NAMES } from "../form/advice";
import { REGION, REGISTRATION_ID, REGISTRATION_TYPE, RESOURCE_ID } from "../patterns";
import { isKnown, isRecord, type MaybeUnknown, type Problem, problems } from "../problem";
import type { VersionInputs } from "./declared";
import { WAIT_FOR } from "./status";

const FIELD_PATH = /^[A-Za-z0-9_.]{1,100}$/;
/** PutRegistrationFieldValue's own limits; a form's definition may be narrower. */
const TEXT_MAX = 2048;
const CHOICES_MAX = 100;
const CHOICE_MAX = 256;

/** Everything that is wrong with the arguments themselves, without asking the service. */
export function checkVersion(inputs: MaybeUnknown<VersionInputs>): Problem[] {
  const check = problems(inputs);
  check.required("registrationId", "string").matches(...REGISTRATION_ID);
  check.optional("submit", "boolean");
  check.optional("awsReview", "boolean");
  check.optional("whileInReview", "string").oneOf(["fail", "wait", "discard"]);
  check.optional("waitFor", "string").oneOf(Object.keys(WAIT_FOR));
  check.optional("waitTimeout", "string").matches(DURATION, DURATION_NOTATION);
  check.optional("resubmitTrigger", "string");
  check.optional("registrationType", "string").matches(...REGISTRATION_TYPE);
  check.optional("validation", "string").oneOf(["error", "warn", "off"]);
  check.list("associations").matches(...RESOURCE_ID);
  check.list("ignoreAdvice").matches(new RegExp(`^(${ADVICE_NAMES.join("|")})$`), `one of ${ADVICE_NAMES.join(", ")}`);
  check.optional("region", "string").matches(...REGION);
  return [...check.found, ...checkFields(inputs.fields)];
}

function checkFields(fields: unknown): Problem[] {
  if (!isKnown(fields)) return [];
  if (!isRecord(fields)) return [{ path: ["fields"], code: "type", allowed: "an object of field path and value" }];
  return Object.entries(fields).flatMap(([fieldPath, value]) => {
    const path = ["fields", fieldPath];
    if (!FIELD_PATH.test(fieldPath)) {
      return [
        { path, code: "fieldPath", allowed: "a field path such as companyInfo.companyName, up to 100 characters" },
      ];
    }
    const problem = value === undefined || value === null ? undefined : fieldProblem(value);
    return problem ? [{ path, ...problem }] : [];
  });
}

function fieldProblem(value: unknown): Omit<Problem, "path"> | undefined {
  if (!isKnown(value)) return undefined;
  if (typeof value === "string") return textProblem(value);
  if (Array.isArray(value)) return choicesProblem(value);
  if (isRecord(value) && Object.keys(value).length === 1 && "attachmentId" in value) {
    const id = value.attachmentId;
    if (!isKnown(id) || (typeof id === "string" && /^[A-Za-z0-9_:/-]{1,256}$/.test(id))) return undefined;
    return { code: "attachmentId", allowed: "the id of a registration attachment" };
  }
  return { code: "type", allowed: "a text, a list of choices, or { attachmentId }" satisfies string };
}

function textProblem(text: FieldInput & string): Omit<Problem, "path"> | undefined {
  if (text === "") return { code: "empty", allowed: "a text; leave the field out if it has no value" };
  const length = [...text].length;
  return length > TEXT_MAX
    ? { code: "tooLong", actual: `${length} characters`, allowed: `at most ${TEXT_MAX} characters` }
    : undefined;
}

function choicesProblem(choices: unknown[]): Omit<Problem, "path"> | undefined {
  if (choices.length > CHOICES_MAX) {
    return { code: "tooManyChoices", actual: `${choices.length} choices`, allowed: `at most ${CHOICES_MAX} choices` };
  }
  const isChoice = (c: unknown) => !isKnown(c) || (typeof c === "string" && c.length >= 1 && c.length <= CHOICE_MAX);
  return choices.every(isChoice)
    ? undefined
    : { code: "type", allowed: `a list of texts of 1 to ${CHOICE_MAX} characters` };
}
