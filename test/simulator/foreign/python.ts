import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pythonPackagesFor } from "../../python";

const run = promisify(execFile);

/** boto3 and aws-cli. */
export const REQUIREMENTS = join(__dirname, "requirements.txt");

/** Runs python3 with boto3 and aws-cli, away from the user's own AWS set-up. */
export interface Python {
  run(args: string[], environment?: Record<string, string>): Promise<{ code: number; stdout: string; stderr: string }>;
  remove(): void;
}

/** Python 3 with boto3 and aws-cli. */
export async function pythonFor(context: Mocha.Context): Promise<Python> {
  const packages = await pythonPackagesFor(context, REQUIREMENTS);
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
