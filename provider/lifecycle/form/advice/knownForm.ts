import { UNKNOWN } from "../../problem";
import type { FormValues } from "../values";

/** The texts of a form, found by the last part of their paths: the same field has other sections in other types. */
export interface KnownForm {
  /** Path and text of the fields of which the name matches, as far as they are known. */
  texts(name: RegExp): [path: string, text: string][];
  /** Whether no field of which the name matches has a value that is not known yet. */
  knowsAll(name: RegExp): boolean;
  readonly companyNames: readonly string[];
}

/** Reads a form for advice. */
export function knownForm(values: FormValues, companyNames: readonly string[]): KnownForm {
  const named = (name: RegExp) => [...values].filter(([path]) => name.test(path.slice(path.lastIndexOf(".") + 1)));
  return {
    companyNames,
    texts: (name) =>
      named(name).flatMap(([path, value]) =>
        value !== UNKNOWN && "text" in value && value.text.trim() !== "" ? [[path, value.text]] : [],
      ),
    knowsAll: (name) => named(name).every(([, value]) => value !== UNKNOWN),
  };
}

export const SAMPLE = /^messageSample\d*$/;
export const COMPANY_NAME = /^(?:companyName|dbaName)$/;
export const OPT_IN_WORKFLOW = /^(?:optInWorkflow|optInDescription)$/;
export const EMAIL = /^(?:supportEmail|emailAddress|businessContactEmail)$/;
export const WEBSITE = /^website$/;
export const PRIVACY_LINK = /^privacyPolicy(?:Url|Link)$/;
export const TERMS_LINK = /^termsAndConditions(?:Url|Link)$/;
export const ANY = /(?:)/;
