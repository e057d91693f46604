/** What the look-ups ask: each answers with all pages of what the service has now, under our spelling of its names. */
import type {
  FieldDefinition,
  RegistrationTypeDefinition,
  SectionDefinition,
  SupportedAssociation,
} from "../lifecycle/form/definition";
import type { RegistrationFacts, VersionFacts } from "../lifecycle/observation";
import { call } from "./call";
import { client, type Settings } from "./client";
import { lowerCamel } from "./definitions";
import { ServiceError } from "./errors";
import { registrationFacts, versionFacts } from "./facts";
import type { OperationName } from "./operations";
import { pages } from "./pages";

const PAGE = { MaxResults: 100 };

/** Nothing is loaded before the first look-up. */
export function lookups(settings: Settings) {
  /** A client that knows its region: the service is asked in one place, and what is not there is not there in that one. */
  const connected = async (operation: OperationName, target: string) => {
    const aws = await client(settings);
    try {
      return { aws, region: await aws.config.region() };
    } catch (cause) {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new ServiceError(operation, target, "RegionMissing", undefined, text, undefined, {});
    }
  };

  return {
    async registrationTypeDefinitions(by: TypeFilters): Promise<RegistrationTypeDefinition[]> {
      const target = by.registrationTypes?.join(", ") || "all types";
      const { aws } = await connected("describeRegistrationTypeDefinitions", target);
      const Filters = filters({
        "supported-association-resource-type": by.supportedAssociationResourceTypes,
        "supported-association-iso-country-code": by.supportedAssociationIsoCountryCodes,
      });
      const found = await everyPage(by.registrationTypes, (RegistrationTypes, NextToken) =>
        call("describeRegistrationTypeDefinitions", target, () =>
          aws.describeRegistrationTypeDefinitions({ RegistrationTypes, Filters, ...PAGE, NextToken }),
        ),
      );
      const definitions = found.flatMap((page) => page.RegistrationTypeDefinitions ?? []);
      return definitions.map(({ SupportedAssociations = [], ...definition }) => ({
        ...(lowerCamel(definition) as RegistrationTypeDefinition),
        supportedAssociations: lowerCamel(SupportedAssociations) as SupportedAssociation[],
      }));
    },

    async registrationSectionDefinitions(RegistrationType: string, paths?: string[]): Promise<SectionDefinition[]> {
      const { aws } = await connected("describeRegistrationSectionDefinitions", RegistrationType);
      const found = await everyPage(paths, (SectionPaths, NextToken) =>
        call("describeRegistrationSectionDefinitions", RegistrationType, () =>
          aws.describeRegistrationSectionDefinitions({ RegistrationType, SectionPaths, ...PAGE, NextToken }),
        ),
      );
      return lowerCamel(found.flatMap((page) => page.RegistrationSectionDefinitions ?? [])) as SectionDefinition[];
    },

    async registrationFieldDefinitions(RegistrationType: string, by: FieldFilters): Promise<FieldDefinition[]> {
      const { aws } = await connected("describeRegistrationFieldDefinitions", RegistrationType);
      const found = await everyPage(by.fieldPaths, (FieldPaths, NextToken) =>
        call("describeRegistrationFieldDefinitions", RegistrationType, () =>
          aws.describeRegistrationFieldDefinitions({
            RegistrationType,
            SectionPath: by.sectionPath,
            FieldPaths,
            ...PAGE,
            NextToken,
          }),
        ),
      );
      return lowerCamel(found.flatMap((page) => page.RegistrationFieldDefinitions ?? [])) as FieldDefinition[];
    },

    /** Newest first. */
    async registrationVersions(RegistrationId: string, by: VersionFilters): Promise<VersionFacts[]> {
      const { aws } = await connected("describeRegistrationVersions", RegistrationId);
      const Filters = filters({ "registration-version-status": by.statuses });
      const found = await everyPage(by.versionNumbers, (VersionNumbers, NextToken) =>
        call("describeRegistrationVersions", RegistrationId, () =>
          aws.describeRegistrationVersions({ RegistrationId, VersionNumbers, Filters, ...PAGE, NextToken }),
        ),
      );
      return found
        .flatMap(({ RegistrationArn, RegistrationVersions = [] }) =>
          RegistrationVersions.map((version) => versionFacts({ RegistrationArn, ...version })),
        )
        .sort((a, b) => b.versionNumber - a.versionNumber);
    },

    async registration(id: string): Promise<RegistrationFacts & { additionalAttributes: Record<string, string> }> {
      const operation = "describeRegistrations";
      const { aws, region } = await connected(operation, id);
      const { Registrations } = await call(operation, id, () => aws.describeRegistrations({ RegistrationIds: [id] }));
      const [found] = Registrations ?? [];
      if (found === undefined || found.RegistrationStatus === "DELETED") {
        const text = found === undefined ? `${region} has no such registration` : "It was deleted";
        throw new ServiceError(operation, id, "ResourceNotFoundException", undefined, text, undefined, {});
      }
      return { ...registrationFacts(found), additionalAttributes: { ...found.AdditionalAttributes } };
    },
  };
}

export interface TypeFilters {
  registrationTypes?: string[];
  supportedAssociationResourceTypes?: string[];
  supportedAssociationIsoCountryCodes?: string[];
}

export interface FieldFilters {
  sectionPath?: string;
  fieldPaths?: string[];
}

export interface VersionFilters {
  versionNumbers?: number[];
  statuses?: string[];
}

type Page = { NextToken?: string };

/** How many a request may name. */
const NAMED = 5;

/** All pages for all that is named, each name once; where nothing is named, of everything. */
async function everyPage<Name, Answer extends Page>(
  named: readonly Name[] | undefined,
  page: (named: Name[] | undefined, token: string | undefined) => Promise<Answer>,
): Promise<Answer[]> {
  const names = [...new Set(named)];
  if (names.length === 0) return pages((token) => page(undefined, token));
  const requests = Array.from({ length: Math.ceil(names.length / NAMED) }, (_, i) =>
    names.slice(i * NAMED, (i + 1) * NAMED),
  );
  const found = await Promise.all(requests.map((some) => pages((token) => page(some, token))));
  return found.flat();
}

/** A filter without values is none. */
function filters<Name extends string>(
  values: Partial<Record<Name, string[]>>,
): { Name: Name; Values: string[] }[] | undefined {
  const given = Object.entries<string[] | undefined>(values).filter(([, of]) => of !== undefined && of.length > 0);
  return given.length === 0 ? undefined : given.map(([name, of]) => ({ Name: name as Name, Values: of ?? [] }));
}
