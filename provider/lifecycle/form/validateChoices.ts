import { UNKNOWN, type Unknown } from "../problem";
import type { SelectValidation } from "./definition";
import type { FieldFault } from "./problem";
import { similar } from "./similar";

/** What PutRegistrationFieldValue takes, whatever the form says. */
const API_MAX_CHOICES = 100;

/** How many edits away an option may be to be suggested. */
const MAX_EDITS = 2;

/** What is wrong with a list of choices, some of which may not be known yet. Without options nothing is said of them. */
export function validateChoices(
  choices: readonly (string | Unknown)[],
  { minChoices = 0, maxChoices, options = [] }: SelectValidation,
): FieldFault[] {
  const max = Math.min(API_MAX_CHOICES, maxChoices || API_MAX_CHOICES);
  const limits = { count: choices.length, min: minChoices, ...(maxChoices && { max }) };
  return [
    ...(choices.length < minChoices ? [{ code: "tooFewChoices" as const, ...limits }] : []),
    ...(choices.length > max ? [{ code: "tooManyChoices" as const, ...limits, max }] : []),
    ...unknownChoices(choices, options),
    ...repeatedChoices(choices),
  ];
}

function unknownChoices(choices: readonly (string | Unknown)[], options: readonly string[]): FieldFault[] {
  if (options.length === 0) return [];
  const unknown = choices.flatMap((choice, index) => {
    if (choice === UNKNOWN || options.includes(choice)) return [];
    const suggestion = similarOption(choice, options);
    return [{ position: index + 1, ...(suggestion !== undefined && { similar: suggestion }) }];
  });
  return unknown.length === 0 ? [] : [{ code: "unknownChoice", choices: unknown, options }];
}

/** The option that a text was meant to be. It comes from the definition, so it may be told. */
export function similarOption(text: string, options: readonly string[]): string | undefined {
  return similar(text, options, MAX_EDITS);
}

function repeatedChoices(choices: readonly (string | Unknown)[]): FieldFault[] {
  const positions = choices.flatMap((choice, index) =>
    choice !== UNKNOWN && choices.indexOf(choice) < index ? [index + 1] : [],
  );
  return positions.length === 0 ? [] : [{ code: "repeatedChoice", positions }];
}
