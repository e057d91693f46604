/**
 * What is found at `pulumi preview`, and again before anything is written: the arguments by themselves, then the file
 * that they name, then the form against the live definitions of its type. Everything wrong is reported together.
 */
import { AttachmentFileError, type Aws, type AwsForms, readAttachmentFile } from "./aws";
import { inOtherRegion, referencedRegions } from "./lifecycle/arn";
import { advise } from "./lifecycle/form/advice";
import { associationOf, missingAssociations } from "./lifecycle/form/associations";
import { printFormProblem, printFormWarning } from "./lifecycle/form/printProblem";
import type { FormProblem } from "./lifecycle/form/problem";
import { validateForm } from "./lifecycle/form/validateForm";
import type { FormQuestion, Lifecycle } from "./lifecycle/lifecycle";
import { printPath, printProblem } from "./lifecycle/printProblem";
import { type MaybeUnknown, type Problem, UNKNOWN } from "./lifecycle/problem";

export interface Checked<Inputs> {
  /** The arguments, with what was found out about them. */
  inputs: MaybeUnknown<Inputs>;
  /** What is wrong, a line each. Never a field's value. */
  failures: string[];
  warnings: string[];
}

/** @param old - The arguments of the last run; absent for a new resource. */
export async function check<Inputs, State>(
  lifecycle: Lifecycle<Inputs, State>,
  { old, inputs: declared }: { old?: MaybeUnknown<Inputs>; inputs: MaybeUnknown<Inputs> },
  aws: AwsForms & Pick<Aws, "region">,
): Promise<Checked<Inputs>> {
  const inputs = old === undefined ? declared : { ...lifecycle.knownBefore?.(declared, old), ...declared };
  const problems = [...lifecycle.check(inputs), ...(await checkRegions(inputs, aws))];
  const checked: Checked<Inputs> = { inputs, failures: [], warnings: [] };
  const file = lifecycle.file?.(inputs);
  if (file !== undefined) await checkFile(file, checked);
  const question = lifecycle.form?.(inputs, old);
  const form = question && (await checkForm(question, checked, aws));
  const isToldByForm = ({ path, code }: Problem) => form !== undefined && path[0] === "fields" && FORM_TELLS.has(code);
  const own = problems.filter((problem) => !isToldByForm(problem));
  const told = new Set(own.map(({ path }) => printPath(path)));
  const ofForm = (form?.problems ?? []).filter(({ path }) => !told.has(printPath(path)));
  const formLines = ofForm.map((problem) => ({ path: problem.path, text: printFormProblem(problem) }));
  const isOnlyAdvice = question?.validation === "warn";
  if (isOnlyAdvice) checked.warnings.push(...formLines.map(({ text }) => text));
  const lines = own.map((problem) => ({ path: problem.path, text: printProblem(problem) }));
  if (!isOnlyAdvice) lines.push(...formLines);
  checked.failures.push(...inOrderOfForm(lines, form?.fieldPaths ?? []).map(({ text }) => text));
  return checked;
}

/** The other arguments first; then the fields in the order of the form, and those that it does not have; then what it needs besides. */
function inOrderOfForm<Line extends { path: string[] }>(lines: Line[], fieldPaths: readonly string[]): Line[] {
  const position = ({ path: [first, fieldPath = ""] }: Line) => {
    if (first !== "fields" || fieldPath === "") return first === "associations" ? fieldPaths.length + 1 : -1;
    const index = fieldPaths.indexOf(fieldPath);
    return index < 0 ? fieldPaths.length : index;
  };
  return lines.sort((a, b) => position(a) - position(b));
}

/** The form's definition tells these with the field's title, its own limit and an example. */
const FORM_TELLS: ReadonlySet<string> = new Set(["empty", "tooLong", "tooManyChoices", "attachmentId"]);

async function checkRegions<Inputs>(inputs: MaybeUnknown<Inputs>, aws: Pick<Aws, "region">): Promise<Problem[]> {
  const references = referencedRegions(inputs);
  if (references.length === 0) return [];
  const own = await aws.region();
  return references.filter(({ region }) => region !== own).map((reference) => inOtherRegion(reference, own));
}

async function checkFile<Inputs>(file: string, checked: Checked<Inputs>): Promise<void> {
  try {
    const { contentHash } = await readAttachmentFile(file);
    checked.inputs = { ...checked.inputs, contentHash };
  } catch (error) {
    if (!(error instanceof AttachmentFileError)) throw error;
    checked.failures.push(`file: ${error.message}`);
  }
}

/** What is wrong with the form, and its fields in their order; `undefined` where its type is not known yet. */
async function checkForm<Inputs>(
  question: FormQuestion,
  checked: Checked<Inputs>,
  aws: AwsForms,
): Promise<{ problems: FormProblem[]; fieldPaths: string[] } | undefined> {
  const registrationType = await typeOf(question, aws);
  if (registrationType === undefined) return undefined;
  checked.inputs = { ...checked.inputs, registrationType };
  const { values, ignoreAdvice } = question;
  const definitions = await aws.fieldDefinitions(registrationType);
  const { problems, warnings } = validateForm({ definitions, values });
  const missing = await checkAssociations(question, registrationType, aws);
  checked.warnings.push(...[...warnings, ...advise({ values, off: ignoreAdvice })].map(printFormWarning));
  return { problems: [...problems, ...missing], fieldPaths: definitions.map(({ fieldPath }) => fieldPath) };
}

async function typeOf({ registrationType, registrationId }: FormQuestion, aws: AwsForms): Promise<string | undefined> {
  if (registrationType !== undefined) return registrationType;
  return registrationId === UNKNOWN ? undefined : aws.registrationType(registrationId);
}

/** Brands are made first and by everyone, and need nothing: that call is saved. All other types are asked for. */
const NEEDS_NO_ASSOCIATION: ReadonlySet<string> = new Set(["US_TEN_DLC_BRAND_REGISTRATION"]);

/** Only before the first submission: what is associated then stays associated. */
async function checkAssociations(question: FormQuestion, registrationType: string, aws: AwsForms) {
  const { registrationId, associations, submit, isNew } = question;
  if (!isNew || submit !== true || associations === UNKNOWN || NEEDS_NO_ASSOCIATION.has(registrationType)) return [];
  // This process made it a moment ago, so its own preview has said what there is to say.
  if (registrationId !== UNKNOWN && aws.isFresh(registrationId)) return [];
  const rules = await aws.supportedAssociations(registrationType);
  const declared = associations.map(associationOf);
  const missing = missingAssociations({ supportedAssociations: rules, associations: declared, submit });
  if (missing.length === 0 || registrationId === UNKNOWN) return missing;
  const { associations: existing = [] } = await aws.observe(registrationId, ["associations"]);
  if (existing === "gone") return missing;
  return missingAssociations({ supportedAssociations: rules, associations: [...declared, ...existing], submit });
}
