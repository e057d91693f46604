import { Command, InvalidArgumentError } from "commander";
import { startSimulator } from ".";

/** `pulumi-sms-registrations simulator`. */
export function simulatorCommand(): Command {
  return new Command("simulator")
    .description("Simulate the registrations of AWS End User Messaging SMS on loopback, for clients of any language")
    .option("--port <number>", "port to listen on; 0 takes any free one", portIn, 0)
    .option("--host <address>", "loopback address to listen on", "127.0.0.1")
    .option("--state <file>", "keep the state in this file, and share it with other simulators (default: in memory)")
    .option("--virtual-clock", "let time stand still until the control endpoint advances it", false)
    .addHelpText(
      "after",
      `
Point a client to it:
  export AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=http://127.0.0.1:<port>
  aws pinpoint-sms-voice-v2 describe-registration-type-definitions --region us-east-1
Any credentials do; each access key id is an account of its own.

Drive the reviewer (README.md of the simulator lists all commands):
  curl -H content-type:application/json -d '{"registrationId":"registration-...","steps":[{"status":"REVIEWING"},{"status":"APPROVED","afterMs":60000}]}' \\
    http://127.0.0.1:<port>/_simulator/review`,
    )
    .action(async (options: { port: number; host: string; state?: string; virtualClock: boolean }) => {
      const { port, host, state: stateFile } = options;
      const simulator = await startSimulator({
        port,
        host,
        stateFile,
        clock: options.virtualClock ? "virtual" : undefined,
      });
      console.log(`Simulator of AWS End User Messaging SMS registrations: ${simulator.url}`);
      console.log(`export AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=${simulator.url}`);
      const stop = () => {
        simulator.close().catch(fail);
      };
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    });
}

function portIn(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

function fail(error: unknown): void {
  console.error(`Simulator: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
