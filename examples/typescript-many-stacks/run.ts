/**
 * All stacks, some at a time:
 *
 *   npm run stacks -- up --stacks 20 --at-once 4 --calls-per-second 20
 *
 * Ends with 1 when something failed. Run again, it goes on: each stack does what is missing.
 */
import { parseArgs } from "node:util";
import { LocalWorkspace, PulumiCommand } from "@pulumi/pulumi/automation";
import { readCustomers } from "./customer";
import { report } from "./report";
import { type Outcome, runStack } from "./runStack";
import { ofAnotherCount, type Shard, shards } from "./shards";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many stacks there are in all. Choose it once: every customer stays in its stack. */
    stacks: { type: "string", default: "20" },
    /** How many of them this runner works on at the same time; each takes some 300 MB and half a processor. */
    "at-once": { type: "string", default: "4" },
    /** What the account and region may take in a second, of all runners. */
    "calls-per-second": { type: "string", default: "10" },
    /** `2/3`: this is the second of three runners, and takes every third stack. */
    runner: { type: "string", default: "1/1" },
    /** One stack alone, such as one that failed. */
    only: { type: "string" },
    customers: { type: "string", default: "customers.json" },
    /** Customer → field path → value, of what is secret. */
    secrets: { type: "string" },
  },
});

async function main(): Promise<boolean> {
  const [command] = positionals;
  if (command !== "up" && command !== "refresh") throw new Error("The command is `up` or `refresh`.");
  const count = whole("stacks", values.stacks);
  const [runner = 1, runners = 1] = values.runner.split("/").map((part) => whole("runner", part));
  const share = Math.floor(whole("calls-per-second", values["calls-per-second"]) / runners);
  if (share < 1) throw new Error(`${runners} runners share less than a call a second each: use fewer of them.`);
  // A stack makes at least one call a second.
  const atOnce = Math.min(whole("at-once", values["at-once"]), share);

  const pulumi = await PulumiCommand.get();
  const workspace = await LocalWorkspace.create({ workDir: __dirname, pulumiCommand: pulumi });
  const others = ofAnotherCount(await named(workspace), count);
  if (others.length > 0) {
    throw new Error(`${others[0]} and others are there: with ${count} stacks, customers would be registered again.`);
  }
  const all = shards(readCustomers(values.customers, values.secrets), count);
  const mine = all.filter(({ stack }, i) => (values.only ? stack === values.only : i % runners === runner - 1));
  if (values.only && mine.length === 0) throw new Error(`There is no stack ${values.only}.`);
  const settings = { command, pulumi, callsPerSecond: Math.floor(share / atOnce) } as const;
  const outcomes = await someAtOnce(mine, atOnce, async (shard) => {
    const outcome = await runStack(shard, settings);
    console.log(`${shard.stack}: ${outcome.failures.length === 0 ? "done" : `${outcome.failures.length} failed`}`);
    return outcome;
  });
  console.log(report(outcomes));
  return outcomes.every(({ failures }) => failures.length === 0);
}

async function named(workspace: LocalWorkspace): Promise<string[]> {
  return (await workspace.listStacks()).map(({ name }) => name.slice(name.lastIndexOf("/") + 1));
}

async function someAtOnce(all: readonly Shard[], atOnce: number, work: (shard: Shard) => Promise<Outcome>) {
  const waiting = all.values();
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (const shard of waiting) outcomes.push(await work(shard));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

function whole(name: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`--${name} is a whole number from 1 on.`);
}

main().then(
  (succeeded) => {
    process.exitCode = succeeded ? 0 : 1;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
