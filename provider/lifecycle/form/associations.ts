import { UNKNOWN, type Unknown } from "../problem";
import type { SupportedAssociation } from "./definition";
import type { AssociationProblem } from "./problem";

/** Something that is associated with a registration, as far as it is known. */
export interface KnownAssociation {
  resourceType: string | Unknown;
  isoCountryCode?: string | Unknown;
}

/**
 * What a type demands before its form is submitted and what is certainly not associated: a campaign without its
 * brand, a toll-free registration without its number. An association of which the type is not known yet may be it.
 */
export function missingAssociations({
  supportedAssociations,
  associations,
  submit,
}: {
  supportedAssociations: readonly SupportedAssociation[];
  associations: readonly KnownAssociation[] | Unknown;
  submit: boolean | Unknown;
}): AssociationProblem[] {
  if (submit !== true || associations === UNKNOWN) return [];
  const demanded = supportedAssociations.filter((rule) => rule.associationBehavior === "ASSOCIATE_BEFORE_SUBMIT");
  const missing = byResourceType(demanded).filter(
    (rules) => !associations.some((given) => rules.some((rule) => maySatisfy(given, rule))),
  );
  return missing.map((rules) => ({
    code: "missingAssociation",
    path: ["associations"],
    resourceType: rules[0]?.resourceType ?? "",
    ...countryOf(rules),
  }));
}

/** Rules that differ in the country only are alternatives. */
function byResourceType(rules: readonly SupportedAssociation[]): SupportedAssociation[][] {
  const groups = new Map<string, SupportedAssociation[]>();
  for (const rule of rules) {
    groups.set(plain(rule.resourceType), [...(groups.get(plain(rule.resourceType)) ?? []), rule]);
  }
  return [...groups.values()];
}

function maySatisfy({ resourceType, isoCountryCode }: KnownAssociation, rule: SupportedAssociation): boolean {
  if (resourceType !== UNKNOWN && plain(resourceType) !== plain(rule.resourceType)) return false;
  const isCountryKnown = typeof isoCountryCode === "string" && rule.isoCountryCode !== undefined;
  return !isCountryKnown || isoCountryCode === rule.isoCountryCode;
}

function countryOf([first, ...others]: readonly SupportedAssociation[]): { isoCountryCode?: string } {
  return first?.isoCountryCode !== undefined && others.length === 0 ? { isoCountryCode: first.isoCountryCode } : {};
}

/** `PHONE_NUMBER` and `phone-number` are the same. */
function plain(resourceType: string): string {
  return resourceType.toLowerCase().replaceAll("_", "-");
}

/** What a program associates, by its id or ARN: ids say what they are, except those of sender ids. */
export function associationOf(id: string | Unknown): KnownAssociation {
  if (id === UNKNOWN) return { resourceType: UNKNOWN };
  const name = /^arn:[^/]*:([a-z-]+)\//.exec(id)?.[1] ?? id;
  if (/^phone(?:-number)?(?:-|$)/.test(name)) return { resourceType: "phone-number" };
  if (/^registration(?:-|$)/.test(name)) return { resourceType: "registration" };
  return { resourceType: name === "sender-id" ? "sender-id" : UNKNOWN };
}
