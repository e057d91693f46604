import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { devNull } from "node:os";
import path from "node:path";

/** What a command printed, and how it ended. */
export interface CommandResult {
  stdout: string;
  stderr: string;
  exitCode: number | null;
}

export interface PulumiOptions {
  /** The folder of the program. */
  program: string;
  /** A folder of our own for the engine's home and the stacks; nothing of the user's is read or written. */
  home: string;
  /** The folder with `pulumi` and its language hosts. */
  engine: string;
  /** Where the service is. */
  endpoint: string;
  env?: NodeJS.ProcessEnv;
}

/** A resource as `pulumi stack export` shows it. */
export interface ExportedResource {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  initErrors?: string[];
}

/** The real Pulumi command line, in one program with one stack. */
export class Pulumi {
  readonly env: NodeJS.ProcessEnv;

  constructor(private readonly options: PulumiOptions) {
    const { home, engine, endpoint } = options;
    mkdirSync(path.join(home, "stacks"), { recursive: true });
    this.env = {
      PATH: [engine, process.env.PATH].join(path.delimiter),
      HOME: home,
      PULUMI_HOME: path.join(home, "pulumi"),
      PULUMI_BACKEND_URL: `file://${path.join(home, "stacks")}`,
      PULUMI_CONFIG_PASSPHRASE: "a passphrase for a throw-away stack",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "not a secret: the simulator does not check it",
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endpoint,
      ...options.env,
    };
  }

  /** Runs a command to its end, whatever that is. */
  run(...args: string[]): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
      const child = spawn("pulumi", ["--non-interactive", "--color=never", ...args], {
        cwd: this.options.program,
        env: this.env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const result: CommandResult = { stdout: "", stderr: "", exitCode: null };
      child.stdout.setEncoding("utf8").on("data", (text) => {
        result.stdout += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text) => {
        result.stderr += text;
      });
      child.once("error", reject);
      child.once("close", (exitCode) => resolve({ ...result, exitCode }));
    });
  }

  /** Runs a command that must succeed; gives its stdout. */
  async must(...args: string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await this.run(...args);
    if (exitCode === 0) return stdout;
    throw new Error(`pulumi ${args[0]} ended with ${exitCode}:\n${stdout}\n${stderr}`);
  }

  /** The stack's resources, without the stack itself and its providers. */
  async resources(): Promise<ExportedResource[]> {
    const { deployment } = JSON.parse(await this.must("stack", "export"));
    const resources: ExportedResource[] = deployment.resources ?? [];
    return resources.filter(({ type }) => /^(pulumi-nodejs:dynamic\/)?sms-registrations:/.test(type));
  }

  /** The stack's one resource of a type. */
  async resource(type: string): Promise<ExportedResource> {
    const found = (await this.resources()).filter((resource) => resource.type.endsWith(`:${type}`));
    if (found.length !== 1 || !found[0]) throw new Error(`The stack has ${found.length} resources of type ${type}.`);
    return found[0];
  }
}
