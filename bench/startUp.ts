/** What is loaded when, and how long that takes: the plugin beside a bare gRPC server, and the host of dynamic resources step by step. */
import { execFile, spawn } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { median, ratio } from "./figures";
import { declare, defineForm, TYPE } from "./form";
import type { Results } from "./record";
import { startService } from "./service";

const ROOT = path.dirname(__dirname);
const RUNS = 7;

const PLUGINS = {
  "a bare gRPC server": "bench/bareServer.cjs",
  "the plugin": "bin/pulumi-resource-sms-registrations",
  "the plugin, not bundled": "dist/provider/hosts/main.js",
};

export async function startUp(results: Results): Promise<void> {
  const names = Object.entries(PLUGINS);
  const times = new Map(names.map(([name]) => [name, [] as number[]]));
  // In turn, so that what else the machine does hits all alike.
  for (let run = 0; run < RUNS; run++) {
    for (const [name, program] of names) times.get(name)?.push(await firstCheck(path.join(ROOT, program)));
  }
  const bare = median(times.get("a bare gRPC server") ?? []);
  results.figures[`Start of the plugin, to its first answer to Check (medians of ${RUNS})`] = names.map(([who]) => {
    const ms = median(times.get(who) ?? []);
    return { who, ms: ms?.toFixed(0) ?? "", "× bare": ratio(ms, bare) };
  });
  results.figures[`Start of the dynamic resources' host, step by step (medians of ${RUNS})`] = await steps();
}

/** From the start of a plugin's process to its answer to a Check without a call. */
async function firstCheck(program: string): Promise<number> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [program], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text) => resolve(String(text).trim()));
    child.once("error", reject);
  });
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const check = new pb.CheckRequest();
  check.setUrn("urn:pulumi:bench::bench::sms-registrations:index:Registration::bench");
  check.setNews(Struct.fromJavaScript({ registrationType: "US_TOLL_FREE_REGISTRATION" }));
  await new Promise<void>((resolve, reject) =>
    client.handshake(new pb.ProviderHandshakeRequest(), (error) => (error ? reject(error) : resolve())),
  );
  await new Promise<void>((resolve, reject) => client.check(check, (error) => (error ? reject(error) : resolve())));
  const tookMs = performance.now() - startedMs;
  client.close();
  child.kill("SIGKILL");
  return tookMs;
}

interface Step {
  step: string;
  ms: number;
  modules: number;
  client: number;
}

async function steps() {
  const service = await startService();
  try {
    await defineForm(service.control);
    const env = { ...process.env, AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "not checked" };
    const credentials = { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY };
    const sms = new PinpointSMSVoiceV2({ endpoint: service.url, region: "us-east-1", credentials });
    const { RegistrationId = "" } = await sms.createRegistration({ RegistrationType: TYPE });
    const args = [
      path.join(__dirname, "loaded.cjs"),
      service.url,
      RegistrationId,
      JSON.stringify(declare(1)[0]?.fields),
    ];
    const runs: Step[][] = [];
    for (let run = 0; run < RUNS; run++) {
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      runs.push(
        stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Step),
      );
    }
    return (runs[0] ?? []).map(({ step, modules, client }, at) => ({
      step,
      ms: (median(runs.flatMap((run) => run[at]?.ms ?? [])) ?? 0).toFixed(0),
      "CommonJS modules": modules,
      "of the AWS client, so far": client,
    }));
  } finally {
    service.close();
  }
}
