import { certain } from "./certain";
import { possibleDemands } from "./conditions";
import type { FieldDefinition } from "./definition";
import type { FieldHelp, FieldProblem, FieldWarning } from "./problem";
import { similar } from "./similar";
import { validateField } from "./validateField";
import type { FormValues } from "./values";

/**
 * Everything that is wrong with a form by its definitions, in the order of the form; paths that it does not have come
 * last. What depends on a value that is not known yet is left out, unless it is wrong whatever that value will be.
 */
export function validateForm({
  definitions,
  values,
}: {
  definitions: readonly FieldDefinition[];
  values: FormValues;
}): { problems: FieldProblem[]; warnings: FieldWarning[] } {
  const found = definitions.flatMap((field) => {
    const value = values.get(field.fieldPath);
    const findings = certain(possibleDemands(field, values).map((demand) => validateField(field, value, demand)));
    return findings.map((finding) => ({ path: ["fields", field.fieldPath], ...finding, ...help(field) }));
  });
  return {
    problems: [...found.filter(isProblem), ...unknownFields(definitions, values)],
    warnings: found.filter((fault) => !isProblem(fault)),
  };
}

function isProblem(found: FieldProblem | FieldWarning): found is FieldProblem {
  return found.code !== "uncheckedPattern" && found.code !== "doubtfulLength";
}

/** A path is wrong by itself, so a value that is not known yet makes no difference. */
function unknownFields(definitions: readonly FieldDefinition[], values: FormValues): FieldProblem[] {
  const paths = new Set(definitions.map((field) => field.fieldPath));
  return [...values.keys()]
    .filter((path) => !paths.has(path))
    .map((path) => {
      const suggestion = similarPath(path, [...paths]);
      return {
        path: ["fields", path],
        code: "unknownField" as const,
        ...(suggestion !== undefined && { similar: suggestion }),
      };
    });
}

/** A path that is spelled alike, or the same field of another section. */
function similarPath(path: string, paths: readonly string[]): string | undefined {
  const name = (of: string) => of.slice(of.lastIndexOf(".") + 1).toLowerCase();
  return (
    similar(path, paths, Math.max(2, Math.floor(path.length / 6))) ??
    paths.find((candidate) => name(candidate) === name(path))
  );
}

function help({ displayHints: hints }: FieldDefinition): { help?: FieldHelp } {
  if (hints === undefined) return {};
  const { title, documentationTitle, documentationLink } = hints;
  const description = hints.textValidationDescription ?? hints.shortDescription;
  const known: FieldHelp = {
    ...(title && { title }),
    ...(description && { description }),
    ...(hints.exampleTextValue && { example: hints.exampleTextValue }),
    ...(documentationLink && {
      documentation: { ...(documentationTitle && { title: documentationTitle }), link: documentationLink },
    }),
  };
  return Object.keys(known).length === 0 ? {} : { help: known };
}
