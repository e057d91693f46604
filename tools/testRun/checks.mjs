// @ts-check
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../setUp.mjs";
import { runVisibly } from "./runVisibly.mjs";

const require = createRequire(import.meta.url);
const tsc = require.resolve("typescript/bin/tsc");
const biome = path.join(path.dirname(require.resolve("@biomejs/biome/package.json")), "bin", "biome");

/** Build first: the tests of the examples use the package as it is built. */
const CHECKS = [
  { title: "build", args: [tsc, "-p", "tsconfig.build.json"] },
  { title: "bundle of the plugin", args: [path.join(root, "tools", "bundle.mjs")] },
  { title: "format and lint", args: [biome, "check", "."] },
  { title: "types", args: [tsc, "--noEmit", "-p", "tsconfig.json"] },
  { title: "types of the tools", args: [tsc, "-p", "tools/tsconfig.json"] },
];

/**
 * The checks that run no test.
 * @param {import("./tally.mjs").Tally} tally
 */
export async function checks(tally) {
  for (const { title, args } of CHECKS) {
    tally.heading(title);
    const code = await runVisibly(process.execPath, args, { cwd: root });
    if (code === 0) tally.pass(title);
    else tally.fail(title, `${path.basename(args[0] ?? "")} ended with ${code}`);
  }
}
