import { lookups as service } from "../aws";
import { type Argument, type ArgumentsOf, checkedArguments, NUMBERS, needed, TEXT, TEXTS } from "./lookupArguments";
import { type StackConfig, settings } from "./settings";

type Service = ReturnType<typeof service>;

/** Where a look-up asks; the rest of its settings is the stack's. */
const PLACE = { region: TEXT, profile: TEXT };

const ID = needed("the id or ARN of a registration");
const TYPE = needed("a registration type such as US_TEN_DLC_BRAND_REGISTRATION");

/** Every look-up by its name, for both hosts: what it takes, and what it asks. */
export const LOOKUPS = {
  getRegistration: lookup({ registrationId: ID }, (aws, { registrationId }) => aws.registration(registrationId)),

  getRegistrationVersions: lookup(
    { registrationId: ID, versionNumbers: NUMBERS, statuses: TEXTS },
    async (aws, { registrationId, ...by }) => ({
      registrationVersions: await aws.registrationVersions(registrationId, by),
    }),
  ),

  getRegistrationTypes: lookup(
    {
      registrationTypes: TEXTS,
      supportedAssociationResourceTypes: TEXTS,
      supportedAssociationIsoCountryCodes: TEXTS,
    },
    async (aws, by) => ({ registrationTypeDefinitions: await aws.registrationTypeDefinitions(by) }),
  ),

  getRegistrationSectionDefinitions: lookup(
    { registrationType: TYPE, sectionPaths: TEXTS },
    async (aws, { registrationType, sectionPaths }) => ({
      registrationSectionDefinitions: await aws.registrationSectionDefinitions(registrationType, sectionPaths),
    }),
  ),

  getRegistrationFieldDefinitions: lookup(
    { registrationType: TYPE, sectionPath: TEXT, fieldPaths: TEXTS },
    async (aws, { registrationType, ...by }) => ({
      registrationFieldDefinitions: await aws.registrationFieldDefinitions(registrationType, by),
    }),
  ),
};

export type LookupName = keyof typeof LOOKUPS;
export type LookupResult<Name extends LookupName> = Awaited<ReturnType<(typeof LOOKUPS)[Name]["ask"]>>;

function lookup<Taken extends Record<string, Argument<unknown>>, Result>(
  own: Taken,
  found: (aws: Service, args: ArgumentsOf<Taken>) => Promise<Result>,
) {
  const taken = { ...own, ...PLACE };
  return {
    taken: taken as Readonly<Record<string, Argument<unknown>>>,
    /** @throws ArgumentsError before any call. */
    async ask(args: Readonly<Record<string, unknown>>, config: StackConfig): Promise<Result> {
      const checked = checkedArguments(taken, args) as ArgumentsOf<Taken> & ArgumentsOf<typeof PLACE>;
      const { region, profile } = checked;
      const place = settings(config, { argument: region });
      return found(service({ ...place, profile: profile ?? place.profile }), checked);
    },
  };
}
