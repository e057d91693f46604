/** The simulated service, in a process of its own as the real one would be. */
import { spawn } from "node:child_process";
import path from "node:path";
import { createControl, type SimulatorControl } from "../simulator";

export interface Service {
  url: string;
  control: SimulatorControl;
  close(): void;
}

export async function startService(): Promise<Service> {
  const main = path.join(__dirname, "../dist/commands/main.js");
  const child = spawn(process.execPath, [main, "simulator"], { stdio: ["ignore", "pipe", "inherit"] });
  const close = () => void child.kill("SIGKILL");
  process.once("exit", close);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const [, found] = /registrations: (http\S+)\n/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The simulator ended with ${code}.`)));
  });
  return { url, control: createControl(url), close };
}
