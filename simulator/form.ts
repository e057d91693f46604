import type { Registration } from "./account";
import { refuse } from "./errors";
import { type Drift, fieldsOf, forms } from "./forms";
import type { FieldDefinition, Form } from "./forms/definition";

export function findForm(type: string): Form {
  const form = forms.get(type);
  if (!form)
    throw refuse(
      "registrationType.unknown",
      `${type} is not a registration type; there are: ${[...forms.keys()].join(", ")}`,
    );
  return form;
}

export function fieldsOfRegistration(registration: Registration, drift: Drift): ReadonlyMap<string, FieldDefinition> {
  return fieldsOf(findForm(registration.type), drift);
}

/** Refuses paths that the form does not have. */
export function requireFields(fields: ReadonlyMap<string, FieldDefinition>, paths: readonly string[] = []): void {
  for (const path of paths) if (!fields.has(path)) throw refuse("field.unknown", `The form has no field ${path}`);
}

/** Refuses sections that the form does not have. */
export function requireSections(
  form: Form,
  fields: ReadonlyMap<string, FieldDefinition>,
  paths: readonly string[] = [],
): void {
  const known = new Set(form.sections.map(({ path }) => path));
  for (const { SectionPath } of fields.values()) known.add(SectionPath);
  for (const path of paths) if (!known.has(path)) throw refuse("section.unknown", `The form has no section ${path}`);
}
