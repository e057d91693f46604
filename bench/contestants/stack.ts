/** Contestants that are Pulumi programs: the same engine, the same command lines, a stack of their own. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Pulumi } from "../../tools/workspace/pulumi";
import type { Declared } from "../form";
import type { PhaseCommand } from "../phases";
import { stackState } from "../state";
import type { Contestant, Place, Running } from "./contestant";

const ARGUMENTS: Record<PhaseCommand, string[]> = {
  up: ["up", "--yes", "--skip-preview"],
  preview: ["preview"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

interface Program {
  /** The folder of a Node.js program, which reads declared.json. */
  program?: string;
  /** Or: writes the whole program. */
  write?: (folder: string, declared: Declared[]) => void;
  /** Whether `sms-registrations:callsPerSecond` means anything to it. */
  limits?: boolean;
}

export function stackContestant(
  about: Pick<Contestant, "name" | "what" | "calls" | "maxSize">,
  { program, write = writeDeclared, limits = false }: Program,
): Contestant {
  return {
    ...about,
    async start({ folder, modules, engine, endpoint, settings = {} }: Place): Promise<Running> {
      if (program) cpSync(path.join(__dirname, "..", program), folder, { recursive: true });
      else mkdirSync(folder, { recursive: true });
      if (!program) symlinkSync(modules, path.join(folder, "node_modules"));
      const home = path.join(folder, "home");
      const pulumi = new Pulumi({
        program: folder,
        home,
        engine,
        endpoint,
        env: { AWS_REGION: "us-east-1", ...settings.env },
      });
      write(folder, []);
      await pulumi.must("stack", "init", "bench");
      return {
        declare: (declared) => write(folder, declared),
        async limit(callsPerSecond) {
          if (limits) await pulumi.must("config", "set", "sms-registrations:callsPerSecond", String(callsPerSecond));
        },
        command: (phase) => ({
          command: "pulumi",
          args: ["--non-interactive", "--color=never", ...ARGUMENTS[phase], ...(settings.args ?? [])],
          cwd: folder,
          env: pulumi.env,
        }),
        state: async () => stackState(await pulumi.must("stack", "export")),
      };
    },
  };
}

function writeDeclared(folder: string, declared: Declared[]): void {
  writeFileSync(path.join(folder, "declared.json"), JSON.stringify(declared));
}
