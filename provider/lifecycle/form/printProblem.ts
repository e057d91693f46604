/** All words about forms. What is told comes from the definitions or counts things; it never repeats a value. */
import { printPath } from "../printProblem";
import type { AdviceName } from "./advice";
import type { FieldCondition } from "./definition";
import type { AdviceWarning, FieldHelp, FormProblem, FormWarning, ValueKind } from "./problem";

/** One line for people: where, what is wrong, what is allowed, an example, where to read more. */
export function printFormProblem(problem: FormProblem): string {
  return line(problem, words(problem));
}

/** One line for people. Advice names itself, since its name switches it off. */
export function printFormWarning(warning: FormWarning): string {
  if (warning.code === "advice") return printAdvice(warning);
  return line(
    warning,
    warning.code === "uncheckedPattern"
      ? `the form's pattern ${printPattern(warning.pattern)} cannot be checked here, so only the service will tell`
      : `${warning.characters} characters (${warning.utf16Units} UTF-16 units) may be beyond the limit of ${warning.limit}; ` +
          "nothing says how the service counts",
  );
}

function printAdvice({ name, paths }: AdviceWarning): string {
  return `${paths.map(printPath).join(", ")}: ${ADVICE[name]} (advice ${quoted(name)}).`;
}

function line({ path, help = {} }: { path: string[]; help?: FieldHelp }, text: string): string {
  const { title, description, example, documentation } = help;
  const name = title === undefined ? "" : ` (${oneLine(title)})`;
  const more = [
    description && sentence(oneLine(description)),
    example && `For example: ${quoted(example)}.`,
    documentation &&
      `See ${documentation.title ? `${oneLine(documentation.title)}: ` : ""}${oneLine(documentation.link)}`,
  ].filter(Boolean);
  return [`${printPath(path)}${name}: ${sentence(text)}`, ...more].join(" ");
}

function words(problem: FormProblem): string {
  switch (problem.code) {
    case "required":
      return `a value is required${printWhen(problem.when)}`;
    case "disallowed":
      return `no value is allowed${printWhen(problem.when)}; leave the field out`;
    case "unknownField":
      return `the form has no such field${problem.similar === undefined ? "" : `; did you mean ${quoted(problem.similar)}?`}`;
    case "type":
      return `${KINDS[problem.expected]} is expected, not ${KINDS[problem.given]}: write ${notation(problem.expected, problem.example)}`;
    case "blank":
      return "the text is blank; leave the field out if it has no value";
    case "tooShort":
      return `at least ${count(problem.min, "character")} expected, not ${problem.length}`;
    case "tooLong":
      return `at most ${count(problem.max, "character")} expected, not ${problem.length}${
        problem.formMax === undefined ? "" : ` (the form would take ${problem.formMax}, but the API does not)`
      }`;
    case "pattern":
      return `the text does not match the form's pattern ${printPattern(problem.pattern)}`;
    case "unknownChoice":
      return `${problem.choices.map(printChoice).join(", ")}: not among the options ${problem.options.map(quoted).join(", ")}`;
    case "repeatedChoice":
      return `${problem.positions.map((position) => `choice ${position}`).join(", ")}: the same as an earlier choice`;
    case "tooFewChoices":
    case "tooManyChoices":
      return `${printLimits(problem)} expected, not ${problem.count}`;
    case "notAnAttachment":
      return "the id of a registration attachment is expected, and this is none";
    case "missingAssociation":
      return `a ${problem.resourceType}${problem.isoCountryCode === undefined ? "" : ` of ${problem.isoCountryCode}`} must be associated with the registration before its form is submitted: name its id here`;
  }
}

function printChoice({ position, similar }: { position: number; similar?: string }): string {
  return `choice ${position}${similar === undefined ? "" : ` (did you mean ${quoted(similar)}?)`}`;
}

function printLimits({ min, max }: { min: number; max?: number }): string {
  if (max === undefined) return `at least ${count(min, "choice")}`;
  return min === max ? `exactly ${count(min, "choice")}` : `${min} to ${max} choices are`;
}

function printWhen(when: readonly FieldCondition[] | undefined): string {
  return when === undefined || when.length === 0 ? "" : ` when ${when.map(printCondition).join(" and ")}`;
}

function printCondition({ dependsOnFieldPath, operator, values = [] }: FieldCondition): string {
  const listed = values.map(quoted).join(" or ");
  const is = OPERATORS.get(operator) ?? operator;
  return `${dependsOnFieldPath} ${is}${operator.endsWith("VALUE") ? "" : ` ${listed}`}`;
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ["EQUALS", "is"],
  ["IN", "is"],
  ["NOT_EQUALS", "is not"],
  ["NOT_IN", "is not"],
  ["HAS_VALUE", "has a value"],
  ["NO_VALUE", "has no value"],
]);

const KINDS: Record<ValueKind, string> = {
  text: "a text",
  choices: "a list of choices",
  attachment: "an attachment",
};

function notation(kind: ValueKind, example = "..."): string {
  if (kind === "choices") return `a list: [${quoted(example)}]`;
  return kind === "text" ? 'a text: "..."' : "{ attachmentId: ... }";
}

const ADVICE: Record<AdviceName, string> = {
  companyNotNamed: "message samples that do not name the company are often denied",
  optOutNotMentioned: 'reviewers expect to read how to opt out, such as "Reply STOP to unsubscribe"',
  helpNotMentioned: 'reviewers expect to read how to get help, such as "Reply HELP for help"',
  freeEmailProvider: "an address at a free e-mail provider is often denied; use the company's own domain",
  emailDomainDiffers: "the e-mail address has another domain than the website, which is often denied",
  sameLinkTwice: "privacy policy and terms are one and the same link; reviewers expect two",
  linkNotHttps: "reviewers expect links that start with https://",
  linkShortener: "links through public shorteners are blocked by carriers; use the company's own domain",
  placeholderText: "this looks like a placeholder, which is denied",
  optInTooShort: "reviewers want to know in detail where and how people agree, and what they read there",
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? " is" : "s are"}`;
}

/** As it is, for its backslashes would be doubled by JSON. */
function printPattern(pattern: string): string {
  return `"${oneLine(pattern)}"`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** The service's own texts come on several lines at times. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
