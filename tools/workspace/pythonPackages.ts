import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const cache = path.resolve(__dirname, "../../.cache/python");

/**
 * The folder with the packages that a requirements file pins, for the `python3` of this machine. They are installed into
 * the project's cache when they are not there yet.
 */
export async function pythonPackages(requirements: string): Promise<string> {
  const { stdout } = await run("python3", [
    "-c",
    "import platform; print(platform.python_version(), platform.machine())",
  ]).catch(() => {
    throw new Error(`there is no python3, which ${requirements} is for`);
  });
  const hash = createHash("sha256").update(stdout).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const packages = path.join(cache, hash);
  if (!existsSync(packages)) await install(requirements, packages);
  return packages;
}

/** Builds aside and renames: a folder that is there is whole, and a second run that was faster is as good. */
async function install(requirements: string, packages: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  removeLeftOvers();
  const aside = mkdtempSync(path.join(cache, "partial-"));
  try {
    const flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-input", "--only-binary", ":all:"];
    await run("python3", ["-m", "pip", "install", ...flags, "--target", aside, "--requirement", requirements], {
      timeout: 240_000,
      maxBuffer: 16 * 1024 * 1024,
      env: { ...process.env, PIP_ROOT_USER_ACTION: "ignore" },
    });
    renameSync(aside, packages);
  } catch (error) {
    if (existsSync(packages)) return;
    const { stderr = "", message } = error as { stderr?: string; message: string };
    throw new Error(`pip could not install ${requirements}: ${stderr.trim().split("\n").at(-1) || message}`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What a killed run left; one that still runs is younger. */
function removeLeftOvers(): void {
  for (const name of readdirSync(cache).filter((name) => name.startsWith("partial-"))) {
    const left = path.join(cache, name);
    const ageMs = Date.now() - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > 60 * 60 * 1000) rmSync(left, { recursive: true, force: true });
  }
}

/**
 * Makes a virtual environment that has the packages of such a folder. Gives the folder of its programs, which comes first
 * in PATH where it is active.
 */
export async function virtualEnvironment(directory: string, packages: string): Promise<string> {
  await run("python3", ["-m", "venv", "--without-pip", directory]);
  const programs = path.join(directory, process.platform === "win32" ? "Scripts" : "bin");
  const link =
    "import pathlib, sysconfig, sys; pathlib.Path(sysconfig.get_path('purelib'), 'packages.pth').write_text(sys.argv[1])";
  await run(path.join(programs, "python"), ["-c", link, packages]);
  return programs;
}
