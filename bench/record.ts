/** What was measured, kept in results.json after every run, so that a bench that is interrupted keeps what it has. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { Cost } from "./measure";
import type { State } from "./state";

export interface PhaseResult extends Cost {
  phase: string;
  /** By operation; refused ones count, too. */
  calls: Record<string, number>;
  throttled: number;
  /** Why it is not what it should be. */
  failed?: string;
}

export interface Run {
  date: string;
  state?: State;
  phases: PhaseResult[];
}

export interface Case {
  contestant: string;
  size: number;
  latencyMs: number;
  /** What the service lets in, all operations together; absent: everything. */
  callsPerSecond?: number;
  runs: Run[];
}

export interface Results {
  date: string;
  machine: { cores: number; model: string; memoryGB: number; platform: string; node: string };
  versions: Record<string, string>;
  cases: Case[];
  /** Other figures by name: rows of a table. */
  figures: Record<string, Record<string, string | number>[]>;
  absent: Record<string, string>;
  leftOut: string[];
}

export const JSON_FILE = path.join(__dirname, "results.json");

export function loadResults(file = JSON_FILE): Results {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results) : undefined;
  const [cpu] = cpus();
  return {
    cases: before?.cases ?? [],
    figures: before?.figures ?? {},
    absent: {},
    leftOut: [],
    date: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      model: cpu?.model ?? "unknown",
      memoryGB: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
    },
    versions: {
      "pulumi-sms-registrations": require("../package.json").version,
      "@pulumi/pulumi": require("@pulumi/pulumi/package.json").version,
      pulumi: execFileSync("pulumi", ["version"], { encoding: "utf8" }).trim(),
    },
  };
}

/** Written aside and renamed: the file is whole whenever it is read. */
export function saveResults(results: Results, file = JSON_FILE): void {
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, `${JSON.stringify(results, null, 1)}\n`);
  renameSync(aside, file);
}

/** The case with these facts, without the runs of an earlier bench. */
export function freshCase(results: Results, facts: Omit<Case, "runs">): Case {
  const isSame = (one: Case) =>
    one.contestant === facts.contestant && one.size === facts.size && one.callsPerSecond === facts.callsPerSecond;
  const fresh = { ...facts, runs: [] };
  results.cases = [...results.cases.filter((one) => !isSame(one)), fresh];
  return fresh;
}
