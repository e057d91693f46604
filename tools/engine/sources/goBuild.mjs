// @ts-check
import { homedir } from "node:os";
import { showProgress } from "../../processes/progress.mjs";
import { run } from "../../processes/run.mjs";

/**
 * @typedef {object} GoModule
 * @property {string} title for people
 * @property {string} folder where its go.mod is
 * @property {string[]} packages the programs to build
 * @property {string} bin where they go
 * @property {string} temporary for the compiler's own use
 * @property {Record<string, string>} variables Go variables to set in them
 */

/** Fails, at once and clearly, on a machine without Go; which version is needed is for Go itself to say. */
export async function requireGo() {
  await run("go", ["version"]);
}

/**
 * Builds the programs of a Go module, saying all the time how far it is.
 * @param {GoModule} module
 * @param {import("../ensureEngine.mjs").Log} log
 */
export async function buildModule({ title, folder, packages, bin, temporary, variables }, log) {
  let doing = `downloading Go modules for ${title}`;
  const done = showProgress(log, () => doing);
  try {
    let downloaded = 0;
    const listed = await go(["list", "-deps", "-f", "{{.ImportPath}}", ...packages], folder, temporary, (line) => {
      if (line.startsWith("go: downloading")) doing = `downloading Go modules for ${title}: ${++downloaded}`;
    });
    const total = listed.trim().split("\n").length;
    let compiled = 0;
    doing = `building ${title}`;
    const flags = Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`);
    const args = ["build", "-v", "-ldflags", ["-s -w", ...flags].join(" "), "-o", `${bin}/`, ...packages];
    await go(args, folder, temporary, (line) => {
      // `-v` names each package that was not in Go's own cache yet.
      if (/^[\w./~-]+$/.test(line))
        doing = `building ${title}: ${++compiled} of at most ${total} packages, last ${line}`;
    });
  } finally {
    done();
  }
}

/**
 * Where Go keeps the sources of a module.
 * @param {string} folder
 * @param {string} module
 */
export async function moduleFolder(folder, module) {
  return (await go(["list", "-m", "-f", "{{.Dir}}", module], folder)).trim();
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} [temporary]
 * @param {(line: string) => void} [onErrorLine]
 */
async function go(args, cwd, temporary, onErrorLine) {
  const env = {
    ...process.env,
    // Go keeps its caches below the home folder, and fails without.
    HOME: process.env.HOME || homedir(),
    CGO_ENABLED: "0",
    GOWORK: "off",
    // Replaces the user's own, which may ask for vendoring or tags. A module cache with read-only files, Go's default,
    // cannot be removed by `rm -r`, and the home folder may well be a temporary one.
    GOFLAGS: "-mod=readonly -modcacherw -buildvcs=false",
    ...(temporary ? { GOTMPDIR: temporary } : {}),
  };
  return run("go", args, { cwd, env, onErrorLine });
}
