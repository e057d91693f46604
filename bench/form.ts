/** What every contestant declares: one registration with one form of 25 fields each, none of them secret. */
import type { SimulatorControl } from "../simulator";

export const TYPE = "US_TEN_DLC_BRAND_REGISTRATION";
export const FIELDS = 25;

/** As declared.json has it, which the programs read. */
export interface Declared {
  name: string;
  registrationType: string;
  fields: Record<string, string | string[]>;
}

const BRAND = {
  "companyInfo.taxIdIssuingCountry": "US",
  "companyInfo.legalType": ["PRIVATE_PROFIT"],
  "companyInfo.address": "100 Main Street",
  "companyInfo.city": "Seattle",
  "companyInfo.state": "WA",
  "companyInfo.zipCode": "98101",
  "companyInfo.isoCountryCode": "US",
  "contactInfo.dbaName": "Harbour Coffee",
  "contactInfo.vertical": ["RETAIL"],
  "contactInfo.website": "https://www.harbour-coffee-roasters.com",
  "contactInfo.supportEmail": "support@harbour-coffee-roasters.com",
  "contactInfo.supportPhoneNumber": "+12065550100",
};

/** Fields that the brand form does not have, to bring it to 25. */
const MORE = Array.from({ length: FIELDS - Object.keys(BRAND).length - 1 }, (_, at) => `companyInfo.answer${at + 1}`);

/** Brings the simulated form to the fields that are declared; the tax number would be secret, so it is not asked for. */
export async function defineForm(control: SimulatorControl): Promise<void> {
  await control.defineField(TYPE, { FieldPath: "companyInfo.taxId", FieldRequirement: "OPTIONAL" });
  for (const FieldPath of MORE) await control.defineField(TYPE, { FieldPath, FieldRequirement: "REQUIRED" });
}

/** `changed`: how many of the registrations have another address than at first. */
export function declare(size: number, changed = 0): Declared[] {
  return Array.from({ length: size }, (_, at) => ({
    name: `customer${at + 1}`,
    registrationType: TYPE,
    fields: {
      "companyInfo.companyName": `Harbour Coffee Roasters ${at + 1} LLC`,
      ...BRAND,
      ...Object.fromEntries(MORE.map((path) => [path, `What customer ${at + 1} says about ${path.slice(12)}`])),
      ...(at < changed && { "companyInfo.address": "200 Main Street" }),
    },
  }));
}
