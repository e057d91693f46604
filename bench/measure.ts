/** What a command costs: time, CPU and memory of all the processes that it starts. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Command {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
}

export interface Cost {
  wallMs: number;
  /** User and system time of the command and all below it. Nothing where there is no /proc. */
  cpuMs?: number;
  /** The most memory that was resident at one time, summed over the processes: pages that they share count for each. */
  peakMemoryBytes?: number;
}

export interface Measured extends Cost {
  exitCode: number | null;
  output: string;
}

/** Linux shows times in hundredths of a second, whatever the kernel's own ticks are. */
const TICK_MS = 10;
const SAMPLE_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Runs a command to its end. The kernel adds the times of an ended process to those of the parent that waits for it, so what our own
 * ended children have used is exact for all that were waited for. The samples have the others, but for their last moments and for what
 * lives shorter than a sample; the larger of both sums counts.
 */
export async function measure({ command, args, cwd, env }: Command): Promise<Measured> {
  const before = endedChildrenMs();
  const startedMs = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const seen = new Map<number, number>();
  let peakMemoryBytes = 0;
  const sampler = setInterval(() => {
    const tree = child.pid === undefined ? [] : processTree(child.pid);
    for (const { pid, cpuMs } of tree) seen.set(pid, cpuMs);
    peakMemoryBytes = Math.max(
      peakMemoryBytes,
      tree.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
    );
  }, SAMPLE_MS);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const wallMs = performance.now() - startedMs;
    const after = endedChildrenMs();
    if (before === undefined || after === undefined) return { wallMs, exitCode, output };
    const sampledMs = [...seen.values()].reduce((sum, ms) => sum + ms, 0);
    return { wallMs, cpuMs: Math.max(after - before, sampledMs), peakMemoryBytes, exitCode, output };
  } finally {
    clearInterval(sampler);
  }
}

interface Process {
  pid: number;
  parent: number;
  cpuMs: number;
  memoryBytes: number;
}

/** A process and all below it. */
function processTree(root: number): Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => processOf(Number(pid)) ?? []);
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

function processOf(pid: number): Process | undefined {
  const stat = statOf(String(pid));
  if (stat === undefined) return undefined;
  return {
    pid,
    parent: Number(stat[1]),
    cpuMs: (Number(stat[11]) + Number(stat[12])) * TICK_MS,
    memoryBytes: Number(stat[21]) * PAGE_BYTES,
  };
}

function endedChildrenMs(): number | undefined {
  const stat = statOf("self");
  return stat && (Number(stat[13]) + Number(stat[14])) * TICK_MS;
}

/** The fields of /proc/<pid>/stat from the state on; the name before them may hold anything. Nothing when the process has ended. */
function statOf(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
