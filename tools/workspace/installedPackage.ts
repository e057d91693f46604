import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../..");

/**
 * A folder with a node_modules in which the package is installed as `npm install` would: unpacked from the tarball that
 * `npm pack` makes, real files, not a link to the sources. What it depends on is the very version of our lock file.
 */
export interface InstalledPackage {
  directory: string;
  remove(): void;
}

/** Packs the compiled package (`npm run build` first) and installs it into a new temporary folder. */
export function installPackage(): InstalledPackage {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), "sms-registrations-")));
  const modules = path.join(directory, "node_modules");
  const target = path.join(modules, "pulumi-sms-registrations");
  mkdirSync(target, { recursive: true });
  const tarball = execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", directory], {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
  }).trim();
  execFileSync("tar", ["-xzf", path.join(directory, path.basename(tarball)), "--strip-components=1", "-C", target]);
  for (const name of readdirSync(path.join(ROOT, "node_modules"))) {
    symlinkSync(path.join(ROOT, "node_modules", name), path.join(modules, name), "junction");
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Copies an example next to the installed package. */
export function copyExample(installed: InstalledPackage, example: string, as = example): string {
  return copyProgram(installed, path.join(ROOT, "examples", example), as);
}

/** Copies a program next to the installed package, without what a user's own run may have left in it. */
export function copyProgram(installed: InstalledPackage, program: string, as: string): string {
  const target = path.join(installed.directory, as);
  cpSync(program, target, {
    recursive: true,
    filter: (source) => !/(^|[\\/])(node_modules|Pulumi\.[^\\/]+\.yaml)$/.test(source),
  });
  return target;
}
