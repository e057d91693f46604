import { readFileSync } from "node:fs";
import path from "node:path";

interface Schema {
  name: string;
  resources: Record<string, { properties: object }>;
}

/** The package's folder, from the sources as from what is compiled. */
function packageFolder(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    try {
      if (JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).name === "pulumi-sms-registrations") {
        return folder;
      }
    } catch {
      if (folder === path.dirname(folder)) throw new Error(`There is no package around ${__dirname}.`);
    }
  }
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(packageFolder(), name), "utf8"));
}

export const VERSION = (read("package.json") as { version: string }).version;

let known: Schema | undefined;

/** schema.json, which `npm run schema` generates from provider/resources. */
export function schema(): Schema {
  known ??= read("schema.json") as Schema;
  return known;
}

/** The names of a resource's outputs, its arguments included. */
export function outputNames(token: string): string[] {
  return Object.keys(schema().resources[token]?.properties ?? {});
}
