import type { AdviceWarning } from "../problem";
import type { FormValues } from "../values";
import { type KnownForm, knownForm } from "./knownForm";
import { emailOfOtherDomain, freeEmail, insecureLink, sameLink, shortenedLink } from "./links";
import { helpMissing, optOutMissing, placeholder, shortOptIn, unnamedCompany } from "./wording";

/**
 * Well-known causes of denial, by the name under which a program switches them off. Each finds the fields that it is
 * about among the values that are known; a value that is not known yet never causes advice.
 *
 * They are advice and not rules: reviewers decide by their own judgement, and the service by none of these.
 */
const advices = {
  companyNotNamed: unnamedCompany,
  optOutNotMentioned: optOutMissing,
  helpNotMentioned: helpMissing,
  freeEmailProvider: freeEmail,
  emailDomainDiffers: emailOfOtherDomain,
  sameLinkTwice: sameLink,
  linkNotHttps: insecureLink,
  linkShortener: shortenedLink,
  placeholderText: placeholder,
  optInTooShort: shortOptIn,
} satisfies Record<string, (form: KnownForm) => string[]>;

export type AdviceName = keyof typeof advices;

/** All names, in the order in which advice is given. */
export const ADVICE_NAMES = Object.keys(advices) as readonly AdviceName[];

/** Advice on a form. `companyNames`: names that the form itself does not tell, such as those of a campaign's brand. */
export function advise({
  values,
  companyNames = [],
  off = [],
}: {
  values: FormValues;
  companyNames?: readonly string[];
  off?: readonly string[];
}): AdviceWarning[] {
  const form = knownForm(values, companyNames);
  return ADVICE_NAMES.filter((name) => !off.includes(name)).flatMap((name) => {
    const paths = advices[name](form).map((path) => ["fields", path]);
    return paths.length === 0 ? [] : [{ code: "advice", name, paths }];
  });
}
