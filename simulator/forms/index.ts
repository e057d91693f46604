import type { FieldDefinition, Form } from "./definition";
import { idSenderId } from "./idSenderId";
import { tenDlcBrand } from "./tenDlcBrand";
import { tenDlcBrandVetting } from "./tenDlcBrandVetting";
import { tenDlcCampaign } from "./tenDlcCampaign";
import { tollFree } from "./tollFree";

/** The registration types, in the order in which they are described. */
export const forms: ReadonlyMap<string, Form> = new Map(
  [idSenderId, tenDlcBrand, tenDlcBrandVetting, tenDlcCampaign, tollFree].map((form) => [form.type, form]),
);

/** Changes that a test made to the fields of a type: definitions added or replaced, by field path. */
export type Drift = Map<string, Map<string, FieldDefinition>>;

/** The fields of a type as they are now. */
export function fieldsOf(form: Form, drift: Drift): ReadonlyMap<string, FieldDefinition> {
  const builtIn = fieldsOfForm.get(form.type) ?? new Map();
  const changed = drift.get(form.type);
  return changed ? new Map([...builtIn, ...changed]) : builtIn;
}
const fieldsOfForm = new Map(
  [...forms.values()].map((form) => [form.type, new Map(form.fields.map((field) => [field.FieldPath, field]))]),
);
