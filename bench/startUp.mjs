// @ts-check
/**
 * How long the plugin takes from its start to its first answers, beside a bare gRPC server with the same stubs.
 *
 *     npm run build && node bench/startUp.mjs [runs]
 *
 * Both are started in turn, so that what else the machine does hits both alike. Prints the medians in milliseconds.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const grpc = require("@grpc/grpc-js");
const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const pb = require("@pulumi/pulumi/proto/provider_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");
const runs = Number(process.argv[2] ?? 15);
const urn = "urn:pulumi:bench::bench::sms-registrations:index:Registration::bench";
const inputs = Struct.fromJavaScript({ registrationType: "US_TOLL_FREE_REGISTRATION" });

/** @param {string} program */
async function once(program) {
  const started = performance.now();
  const child = spawn(process.execPath, [program], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise((resolve) => child.stdout.once("data", (text) => resolve(Number(text))));
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  /** @param {string} method @param {unknown} request */
  const call = (method, request) =>
    new Promise((resolve, reject) =>
      client[method](request, (/** @type {Error | null} */ error) => (error ? reject(error) : resolve(undefined))),
    );
  await call("handshake", new pb.ProviderHandshakeRequest());
  await call("check", new pb.CheckRequest().setUrn(urn).setNews(inputs));
  const took = performance.now() - started;
  client.close();
  child.kill("SIGKILL");
  return took;
}

const programs = { plugin: "bin/pulumi-resource-sms-registrations", bare: "bench/bareServer.cjs" };
/** @type {Record<string, number[]>} */
const times = { plugin: [], bare: [] };
for (let run = 0; run < runs; run++) {
  for (const [name, program] of Object.entries(programs)) times[name]?.push(await once(path.join(root, program)));
}
/** @param {number[]} list */
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const [plugin, bare] = [median(times.plugin ?? []), median(times.bare ?? [])];
console.log(`plugin ${plugin.toFixed(0)} ms, bare server ${bare.toFixed(0)} ms, ratio ${(plugin / bare).toFixed(2)}`);
