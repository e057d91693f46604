import type { AdviceName } from "./advice";
import type { FieldCondition } from "./definition";

/**
 * What is wrong with a form, as data; `printProblem.ts` has the words. No field value is ever in here, whatever its
 * field: values hold names and tax numbers. Everything that reads like one comes from the service's definitions.
 */
export type FormProblem = FieldProblem | AssociationProblem;

/** What the service says about a field, for people. */
export interface FieldHelp {
  title?: string;
  /** What the field takes, in the service's words. */
  description?: string;
  example?: string;
  documentation?: { title?: string; link: string };
}

export type FieldProblem = FieldFault & { path: string[]; help?: FieldHelp };

/** Which kind of value something is, or must be. */
export type ValueKind = "text" | "choices" | "attachment";

export type FieldFault =
  /** `when`: the conditions of the definition that make it so. */
  | { code: "required" | "disallowed"; when?: readonly FieldCondition[] }
  | { code: "unknownField"; similar?: string }
  /** `example`: an option of the definition. */
  | { code: "type"; given: ValueKind; expected: ValueKind; example?: string }
  | { code: "blank" }
  | { code: "tooShort"; length: number; min: number }
  /** `formMax`: what the form would take, where the API takes less. */
  | { code: "tooLong"; length: number; max: number; formMax?: number }
  | { code: "pattern"; pattern: string }
  /** `position` counts from 1. */
  | { code: "unknownChoice"; choices: { position: number; similar?: string }[]; options: readonly string[] }
  | { code: "repeatedChoice"; positions: number[] }
  | { code: "tooFewChoices" | "tooManyChoices"; count: number; min: number; max?: number }
  | { code: "notAnAttachment" };

export interface AssociationProblem {
  code: "missingAssociation";
  path: string[];
  resourceType: string;
  isoCountryCode?: string;
}

/** What may be wrong, or may be denied: nothing to stop for. */
export type FormWarning = FieldWarning | AdviceWarning;

export type FieldWarning = FieldDoubt & { path: string[]; help?: FieldHelp };

export type FieldDoubt =
  | { code: "uncheckedPattern"; pattern: string }
  /** Too short or too long only if the service counts characters in another way than its API's model says. */
  | { code: "doubtfulLength"; characters: number; utf16Units: number; limit: number };

export interface AdviceWarning {
  code: "advice";
  name: AdviceName;
  /** The fields that it is about. */
  paths: string[][];
}
