import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountIdOf, type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import {
  copyExample,
  copyProgram,
  type InstalledPackage,
  installPackage,
} from "../../tools/workspace/installedPackage";
import { Pulumi } from "../../tools/workspace/pulumi";

let installed: InstalledPackage | undefined;

/** The package is packed and installed once for all end-to-end tests. */
export function install(): InstalledPackage {
  if (installed === undefined) {
    installed = installPackage();
    process.once("exit", installed.remove);
  }
  return installed;
}

/** A program with a stack of its own, the real engine, and the simulated service with an account of its own. */
export class Stack {
  private constructor(
    readonly pulumi: Pulumi,
    readonly simulator: Simulator,
    private readonly home: string,
    private readonly program: string,
  ) {}

  /** A stack of the program of these tests, or of an example. */
  static async create(example?: string, account?: SimulatorOptions): Promise<Stack> {
    const engine = process.env.PULUMI_SMS_REGISTRATIONS_ENGINE;
    if (engine === undefined) throw new Error("These tests need a Pulumi engine: run them with `npm test`.");
    const home = mkdtempSync(path.join(tmpdir(), "sms-registrations-home-"));
    const name = path.basename(home);
    const program = example
      ? copyExample(install(), example, name)
      : copyProgram(install(), path.join(__dirname, "program"), name);
    const simulator = await startSimulator(account);
    // An example is compiled as its user's is; the program of these tests is compiled once, with all the others here.
    const env = example === undefined ? { PULUMI_NODEJS_TRANSPILE_ONLY: "true" } : {};
    const pulumi = new Pulumi({ program, home, engine, endpoint: simulator.url, env });
    await pulumi.must("stack", "init", "test");
    return new Stack(pulumi, simulator, home, program);
  }

  get control() {
    return this.simulator.control;
  }

  /** Changes what the program declares. */
  declare(declared: object): void {
    this.declareText(JSON.stringify(declared));
  }

  /** {@link declare} of JSON that an object cannot hold, such as a key `__proto__`. */
  declareText(json: string): void {
    mkdirSync(this.program, { recursive: true });
    writeFileSync(path.join(this.program, "declared.json"), json);
  }

  /** A file of the program. */
  file(name: string): string {
    return path.join(this.program, name);
  }

  /** Puts node_modules into the program's folder: there its Pulumi.yaml has the plugin. */
  linkModules(): void {
    symlinkSync(path.join(install().directory, "node_modules"), this.file("node_modules"), "junction");
  }

  /** Sets configuration values of the stack, in one command. */
  async configure(
    { plain = {}, secret = {} }: { plain?: Record<string, string>; secret?: Record<string, string> },
    ...args: string[]
  ): Promise<void> {
    const flags = (flag: string, values: object) =>
      Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
    await this.pulumi.must("config", "set-all", ...args, ...flags("--plaintext", plain), ...flags("--secret", secret));
  }

  /** Puts a phone number into the account; gives its id. */
  async phoneNumber(numberType: "TOLL_FREE" | "TEN_DLC", region = "us-east-1"): Promise<string> {
    const accountId = accountIdOf(String(this.pulumi.env.AWS_ACCESS_KEY_ID));
    const { id } = await this.control.addPhoneNumber({ accountId, region, phoneNumber: "+18005550100", numberType });
    return id;
  }

  /** The operations that the service was called with while something ran. */
  async callsOf(run: () => Promise<unknown>): Promise<string[]> {
    const since = (await this.control.calls()).length;
    await run();
    return (await this.control.calls()).slice(since).map((call) => call.operation);
  }

  async up(...args: string[]): Promise<string> {
    return this.pulumi.must("up", "--yes", ...args);
  }

  /** Runs a command that must fail; gives all that it printed. */
  async fails(...args: string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await this.pulumi.run(...args);
    if (exitCode === 0) throw new Error(`pulumi ${args[0]} did not fail:\n${stdout}\n${stderr}`);
    return stdout + stderr;
  }

  /** The outputs of the program. */
  async outputs(): Promise<Record<string, unknown>> {
    return JSON.parse(await this.pulumi.must("stack", "output", "--json"));
  }

  /** The outputs of the one RegistrationVersion. */
  async version(): Promise<Record<string, unknown>> {
    return (await this.pulumi.resource("RegistrationVersion")).outputs ?? {};
  }

  async registrationId(): Promise<string> {
    return String((await this.pulumi.resource("RegistrationVersion")).id);
  }

  async close(): Promise<void> {
    await this.simulator.close();
    rmSync(this.home, { recursive: true, force: true });
    rmSync(this.program, { recursive: true, force: true });
  }
}
