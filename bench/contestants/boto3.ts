/** A script with boto3: no engine, its state a JSON file. */
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { REQUIREMENTS } from "../../test/simulator/foreign/python";
import { pythonPackages } from "../../tools/workspace/pythonPackages";
import type { Contestant } from "./contestant";

export const boto3: Contestant = {
  name: "boto3",
  what: "a boto3 script, one call after the other",
  calls: true,
  maxSize: 10,
  async start({ folder, endpoint }) {
    cpSync(path.join(__dirname, "../peers/boto3"), folder, { recursive: true });
    const env = {
      PATH: process.env.PATH,
      HOME: mkdtempSync(path.join(tmpdir(), "sms-registrations-home-")),
      PYTHONPATH: await pythonPackages(REQUIREMENTS),
      AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
      AWS_SECRET_ACCESS_KEY: "not a secret: the simulator does not check it",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endpoint,
    };
    const state = path.join(folder, "state.json");
    return {
      declare: (declared) => writeFileSync(path.join(folder, "declared.json"), JSON.stringify(declared)),
      limit: async () => undefined,
      command: (phase) => ({ command: "python3", args: ["registrations.py", phase], cwd: folder, env }),
      state: async () => ({
        bytes: existsSync(state) ? JSON.stringify(JSON.parse(readFileSync(state, "utf8"))).length : 0,
      }),
    };
  },
};
