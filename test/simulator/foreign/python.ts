import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const requirements = join(__dirname, "requirements.txt");
const cache = join(__dirname, "../../../.cache/python");

/** Runs python3 with boto3 and aws-cli, away from the user's own AWS set-up. */
export interface Python {
  run(args: string[], environment?: Record<string, string>): Promise<{ code: number; stdout: string; stderr: string }>;
  remove(): void;
}

/**
 * Python 3 with the packages of requirements.txt, installed into the project's cache when they are not there yet.
 * Where that cannot be the tests are skipped, with the reason; on CI nothing may be missing.
 */
export async function pythonFor(context: Mocha.Context): Promise<Python> {
  try {
    return await python();
  } catch (error) {
    if (process.env.CI === "true") throw error;
    console.log(`      skipped: ${error instanceof Error ? error.message : error}`);
    return context.skip();
  }
}

/** The folder with boto3 and aws-cli, for PYTHONPATH. */
export async function pythonPackages(): Promise<string> {
  const { stdout } = await run("python3", [
    "-c",
    "import platform; print(platform.python_version(), platform.machine())",
  ]).catch(() => {
    throw new Error("there is no python3, which boto3 and aws-cli need");
  });
  const hash = createHash("sha256").update(stdout).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const packages = join(cache, hash);
  if (!existsSync(packages)) await install(packages);
  return packages;
}

async function python(): Promise<Python> {
  const packages = await pythonPackages();
  const home = mkdtempSync(join(tmpdir(), "simulator-home-"));
  return {
    async run(args, environment) {
      const env = { ...isolated(home, packages), ...environment };
      try {
        const output = await run("python3", args, { env, maxBuffer: 64 * 1024 * 1024 });
        return { code: 0, ...output };
      } catch (error) {
        const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
        if (typeof code !== "number") throw error;
        return { code, stdout: stdout ?? "", stderr: stderr ?? "" };
      }
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Builds aside and renames: a folder that is there is whole, and a second run that was faster is as good. */
async function install(packages: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  removeLeftOvers();
  const aside = mkdtempSync(join(cache, "partial-"));
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
    throw new Error(`pip could not install boto3 and aws-cli: ${stderr.trim().split("\n").at(-1) || message}`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What a killed run left; one that still runs is younger. */
function removeLeftOvers(): void {
  for (const name of readdirSync(cache).filter((name) => name.startsWith("partial-"))) {
    const path = join(cache, name);
    const ageMs = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (ageMs > 60 * 60 * 1000) rmSync(path, { recursive: true, force: true });
  }
}

function isolated(home: string, packages: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: home,
    PYTHONPATH: packages,
    PYTHONDONTWRITEBYTECODE: "1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
    AWS_PAGER: "",
  };
}
