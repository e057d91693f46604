// @ts-check
/**
 * What the host of dynamic resources loads, and when: prints for each step its milliseconds and how many modules came with it.
 *
 *     node bench/loaded.cjs <endpoint> <registration id> <fields as JSON>
 */
const { performance } = require("node:perf_hooks");

const [endpoint = "", registrationId = "", fields = "{}"] = process.argv.slice(2);
const config = new Map([
  ["aws:region", "us-east-1"],
  ["sms-registrations:endpoint", endpoint],
]);
const props = { registrationId, validation: "off", fields: JSON.parse(fields) };

/** @param {string} step @param {() => unknown} work */
async function step(step, work) {
  const [modules, startedMs] = [Object.keys(require.cache).length, performance.now()];
  await work();
  const ms = performance.now() - startedMs;
  const client = Object.keys(require.cache).filter((file) => /[\\/](@aws-sdk|@smithy)[\\/]/.test(file)).length;
  console.log(JSON.stringify({ step, ms, modules: Object.keys(require.cache).length - modules, client }));
}

async function main() {
  const provider = () => require("../dist/provider/hosts/dynamic/registrationVersion.js");
  await step("Pulumi's SDK, which the engine's host has loaded already", () => require("@pulumi/pulumi"));
  await step("the provider", provider);
  await step("check and diff, unchanged", async () => {
    await provider().configure({ config: { get: (/** @type {string} */ key) => config.get(key) } });
    await provider().check(props, props);
    const { changes } = await provider().diff(
      registrationId,
      { ...props, versionNumber: 1, status: "SUBMITTED" },
      props,
    );
    if (changes) throw new Error("It is not unchanged.");
  });
  await step("the first call", () => provider().read(registrationId, props));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
