import ts from "typescript";

/** A docstring as the schema has it: Markdown, with defaults as a sentence and examples at the end. */
export function documentation(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const text = plain(ts.displayPartsToString(symbol.getDocumentationComment(checker)));
  const tags = symbol
    .getJsDocTags(checker)
    .map(({ name, text: parts }) => ({ name, text: ts.displayPartsToString(parts) }));
  const defaults = tags
    .filter(({ name }) => name === "default")
    .map((tag) => {
      const value = plain(tag.text).trim();
      return `Default: ${/^("|\d|true|false)/.test(value) ? `\`${value.replaceAll('"', "")}\`` : value}.`;
    });
  const examples = tags.filter(({ name }) => name === "example").map((tag) => example(tag.text));
  const words = [text, ...defaults].filter((part) => part !== "").join("\n\n");
  return [
    words,
    ...(examples.length > 0 ? [`{{% examples %}}\n## Example usage\n\n${examples.join("\n")}\n{{% /examples %}}`] : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function example(text: string): string {
  return `{{% example %}}\n${text.trim()}\n{{% /example %}}`;
}

/** `{@link RegistrationVersion.get}` is code elsewhere. */
function plain(text: string): string {
  return text.replace(/\{@link\s+([^}|\s]+)[^}]*\}/g, "`$1`");
}
