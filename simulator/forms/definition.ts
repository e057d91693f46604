/** Definitions as DescribeRegistration...Definitions gives them: the model's shapes, under the model's names. */
export interface FieldDefinition {
  SectionPath: string;
  FieldPath: string;
  FieldType: "TEXT" | "SELECT" | "ATTACHMENT";
  FieldRequirement: "REQUIRED" | "CONDITIONAL" | "OPTIONAL";
  SelectValidation?: { MinChoices: number; MaxChoices: number; Options: string[] };
  TextValidation?: { MinLength: number; MaxLength: number; Pattern: string };
  DisplayHints: DisplayHints & {
    SelectOptionDescriptions?: { Option: string; Title?: string; Description?: string }[];
    TextValidationDescription?: string;
    ExampleTextValue?: string;
  };
  ConditionalBehavior?: { Rules: ConditionalRule[]; DefaultBehavior: string };
}
export interface ConditionalRule {
  Conditions: Condition[];
  RuleBehavior: string;
  ConditionalValidation?: { MinLength?: number; MaxLength?: number; Pattern?: string; AllowedValues?: string[] };
}
export interface Condition {
  DependsOnFieldPath: string;
  Operator: string;
  Values?: string[];
}
interface DisplayHints {
  Title: string;
  ShortDescription: string;
  LongDescription?: string;
  DocumentationTitle?: string;
  DocumentationLink?: string;
}

export interface SupportedAssociation {
  ResourceType: "phone-number" | "sender-id" | "registration";
  IsoCountryCode?: string;
  AssociationBehavior: "ASSOCIATE_BEFORE_SUBMIT" | "ASSOCIATE_ON_APPROVAL" | "ASSOCIATE_AFTER_COMPLETE";
  DisassociationBehavior:
    | "DISASSOCIATE_ALL_CLOSES_REGISTRATION"
    | "DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION"
    | "DELETE_REGISTRATION_DISASSOCIATES";
}

/** A registration type. What the service keeps to itself stands beside what it describes. */
export interface Form {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly associations: readonly SupportedAssociation[];
  /** Which registrations, and which numbers, the associations take. */
  readonly takes?: { registrationType?: string; numberType?: string };
  readonly sections: readonly { path: string; title: string }[];
  readonly fields: readonly FieldDefinition[];
  readonly attachmentLimits?: ReadonlyMap<string, AttachmentLimit>;
}
export interface AttachmentLimit {
  readonly maxBytes: number;
  readonly types?: readonly string[];
}

type Need = "REQUIRED" | "OPTIONAL" | FieldDefinition["ConditionalBehavior"];
export const R = "REQUIRED";
export const O = "OPTIONAL";

const notBlank = "^(?=\\s*\\S)[\\s\\S]+$";

/** `text("companyInfo.city", R, 100)`: 1 to 100 characters, not blank. */
export function text(
  path: string,
  need: Need,
  length: number | [number, number],
  more: { pattern?: string; example?: string } = {},
): FieldDefinition {
  const [MinLength, MaxLength] = typeof length === "number" ? [1, length] : length;
  const field = define(path, need, "TEXT");
  field.TextValidation = { MinLength, MaxLength, Pattern: more.pattern ?? notBlank };
  field.DisplayHints.TextValidationDescription =
    MinLength === MaxLength ? `Exactly ${MinLength} characters` : `${MinLength} to ${MaxLength} characters`;
  if (more.example !== undefined) field.DisplayHints.ExampleTextValue = more.example;
  return field;
}

/** `select("contactInfo.vertical", R, ["RETAIL", ...])`: one choice, or as many as `choices` says. */
export function select(path: string, need: Need, options: readonly string[], [min, max] = [1, 1]): FieldDefinition {
  const field = define(path, need, "SELECT");
  field.SelectValidation = { MinChoices: min, MaxChoices: max, Options: [...options] };
  field.DisplayHints.SelectOptionDescriptions = options.map((Option) => ({ Option, Title: words(Option) }));
  return field;
}

export function attachment(path: string, need: Need): FieldDefinition {
  return define(path, need, "ATTACHMENT");
}

/** REQUIRED when another field has one of these values, `otherwise` when not. */
export function requiredWhen(
  DependsOnFieldPath: string,
  Operator: "EQUALS" | "NOT_EQUALS" | "IN" | "NOT_IN",
  Values: string[],
  otherwise: "OPTIONAL" | "DISALLOWED" = "OPTIONAL",
): Need {
  return {
    Rules: [{ Conditions: [{ DependsOnFieldPath, Operator, Values }], RuleBehavior: "REQUIRED" }],
    DefaultBehavior: otherwise,
  };
}

function define(path: string, need: Need, type: FieldDefinition["FieldType"]): FieldDefinition {
  const [section = "", name = ""] = path.split(".");
  const title = words(name);
  const field: FieldDefinition = {
    SectionPath: section,
    FieldPath: path,
    FieldType: type,
    FieldRequirement: typeof need === "string" ? need : "CONDITIONAL",
    DisplayHints: { Title: title, ShortDescription: `${title} of this registration.` },
  };
  if (typeof need === "object") field.ConditionalBehavior = need;
  return field;
}

/** "companyName" and "PRIVATE_PROFIT" as a title: "Company name", "Private profit". */
function words(name: string): string {
  if (!/^[A-Za-z0-9_]+$/.test(name)) return name;
  const spaced = name
    .replace(/([a-z])([A-Z0-9])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
