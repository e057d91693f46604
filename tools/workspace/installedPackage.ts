import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
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
  // Real files, not links to folders: the serializer of dynamic providers looks for the package from where it lies itself.
  linkFiles(path.join(ROOT, "node_modules"), modules);
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A copy of a folder that shares its files where the disk allows that. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.isSymbolicLink()) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
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
    filter: (source) => !/(^|[\\/])(node_modules|venv|__pycache__|Pulumi\.[^\\/]+\.yaml)$/.test(source),
  });
  return target;
}
