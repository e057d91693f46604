import type { TextValidation } from "./definition";
import { checkJavaPattern } from "./javaPattern";
import type { FieldDoubt, FieldFault } from "./problem";

/** What PutRegistrationFieldValue takes, whatever the form says. */
const API_MAX = 2048;

/** What is wrong with a text. A limit of 0 or an empty pattern is a definition that says nothing. */
export function validateText(
  text: string,
  { minLength = 0, maxLength, pattern }: TextValidation,
): (FieldFault | FieldDoubt)[] {
  // Only white space says nothing to a reviewer, whether or not the form's pattern is strict about it.
  if (text.trim() === "") return [{ code: "blank" }];
  return [...lengthFaults(text, minLength, maxLength || undefined), ...patternFaults(text, pattern)];
}

/**
 * The API's model counts Unicode characters; nothing says whether the forms do, and Java would count UTF-16 units.
 * What is wrong by both counts is wrong; by one of them, a doubt.
 */
function lengthFaults(text: string, min: number, formMax: number | undefined): (FieldFault | FieldDoubt)[] {
  const characters = [...text].length;
  const utf16Units = text.length;
  const max = Math.min(API_MAX, formMax ?? API_MAX);
  if (utf16Units < min) return [{ code: "tooShort", length: characters, min }];
  if (characters > max) {
    return [{ code: "tooLong", length: characters, max, ...(formMax !== undefined && formMax > max && { formMax }) }];
  }
  if (characters < min) return [{ code: "doubtfulLength", characters, utf16Units, limit: min }];
  return utf16Units > max ? [{ code: "doubtfulLength", characters, utf16Units, limit: max }] : [];
}

function patternFaults(text: string, pattern: string | undefined): (FieldFault | FieldDoubt)[] {
  if (!pattern) return [];
  const answer = checkJavaPattern(pattern, text);
  if (answer === "matches") return [];
  return [answer === "differs" ? { code: "pattern", pattern } : { code: "uncheckedPattern", pattern }];
}
