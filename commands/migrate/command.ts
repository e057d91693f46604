import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { MigrateError, rewrite } from "./rewrite";

/** `pulumi-sms-registrations migrate`. */
export function migrateCommand(): Command {
  return new Command("migrate")
    .description("Rewrite the export of a stack of dynamic resources (TypeScript) for the plugin (all languages)")
    .argument("[file]", "what `pulumi stack export` wrote", "-")
    .option("--out <file>", "where to write it", "-")
    .addHelpText(
      "after",
      `
Nothing is called and nothing created; secrets stay encrypted as they are. In the folder of the stack:
  pulumi stack export --file dynamic.json
  npx pulumi-sms-registrations migrate dynamic.json --out plugin.json
  pulumi stack import --file plugin.json
Keep dynamic.json until a preview of the new program shows no change: importing it is the way back.`,
    )
    .action(async (file: string, { out }: { out: string }) => {
      const { exported, moved } = rewrite(
        parse(file === "-" ? await text(process.stdin) : readFileSync(file, "utf8")),
        randomUUID(),
      );
      const written = `${JSON.stringify(exported, null, 4)}\n`;
      if (out === "-") process.stdout.write(written);
      // The state is as confidential as it was.
      else writeFileSync(out, written, { mode: 0o600 });
      console.error(`${moved} resources moved.`);
    });
}

/** Without JSON.parse's own message, which quotes what it could not read. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new MigrateError("This is not JSON: what `pulumi stack export` writes is expected.");
  }
}
