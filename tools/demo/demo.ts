import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSimulator } from "../../simulator";
import { copyExample, installPackage } from "../workspace/installedPackage";
import { Pulumi } from "../workspace/pulumi";
import { destroy, type Stage, type Step, story } from "./story";

const asJson = process.argv.includes("--json");
/** With --json, stdout is for the one object. */
const say = (line: string) => void (asJson ? process.stderr : process.stdout).write(`${line}\n`);

async function main(): Promise<void> {
  const engine = process.env.PULUMI_SMS_REGISTRATIONS_ENGINE;
  if (engine === undefined) throw new Error("Run `npm run demo`: it gets a Pulumi engine first.");
  const home = mkdtempSync(path.join(tmpdir(), "sms-registrations-home-"));
  const installed = installPackage();
  const simulator = await startSimulator();
  try {
    const program = copyExample(installed, "typescript-brand");
    const pulumi = new Pulumi({ program, home, engine, endpoint: simulator.url });
    await pulumi.must("stack", "init", "demo");
    await pulumi.must("config", "set", "--secret", "taxId", "123456789");
    await play({ pulumi, control: simulator.control, announce: (name) => say(`\n▸ ${name}`), tell });
  } finally {
    await simulator.close();
    installed.remove();
    rmSync(home, { recursive: true, force: true });
  }
}

async function play(stage: Stage): Promise<void> {
  say("A 10DLC brand registration (examples/typescript-brand), a real Pulumi engine, a simulated AWS service.");
  const steps: Step[] = [];
  for await (const step of story(stage)) {
    stage.tell(step);
    steps.push(step);
  }
  const { statusHistory = {} } = steps.at(-1) ?? {};
  const maxProviderBytes = Math.max(
    ...(await stage.pulumi.resources()).flatMap((r) => [providerBytes(r.inputs), providerBytes(r.outputs)]),
  );
  const last = await destroy(stage);
  stage.tell(last);
  steps.push(last);
  const calls = steps.reduce((sum, step) => sum + step.apiCalls, 0);
  say(
    `\nEvery one of ${steps.length} steps did what it should: version 1 denied, version 2 approved, ${calls} API calls in all.`,
  );
  if (!asJson) return;
  const brief = steps.map(({ name, status = null, versionNumber = null, apiCalls, seconds }) => ({
    name,
    status,
    versionNumber,
    apiCalls,
    seconds,
  }));
  process.stdout.write(`${JSON.stringify({ steps: brief, statusHistory, maxProviderBytes }, null, 2)}\n`);
}

function providerBytes(properties: Record<string, unknown> = {}): number {
  const provider = properties.__provider;
  return Buffer.byteLength(typeof provider === "string" ? provider : JSON.stringify(provider ?? ""));
}

function tell({ status, versionNumber, apiCalls, seconds, remarks, statusHistory }: Step): void {
  const version = status === undefined ? "no version" : `version ${versionNumber} is ${status}`;
  say(`  ${version} · ${apiCalls} API calls · ${seconds} s`);
  for (const remark of remarks) say(`  ${remark}`);
  const entered = Object.entries(statusHistory).sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [name, time] of entered) say(`    ${time}  ${name.replace(/Timestamp$/, "")}`);
}

main().catch((error) => {
  process.stderr.write(`\nThe demo failed. ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
