// @ts-check
import { chmod, copyFile, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeOnce } from "../../files/makeOnce.mjs";
import { duration } from "../../processes/progress.mjs";
import { engineFolder, engineKey, sealEngine, sealedEngine } from "../cache.mjs";
import { DYNAMIC_PROVIDER, PULUMI, PYTHON_EXEC, pulumiVersion } from "../executables.mjs";
import { sdkFile } from "../npmSdk.mjs";
import { buildModule, moduleFolder, requireGo } from "./goBuild.mjs";

const MODULES = fileURLToPath(new URL("../go/", import.meta.url));
const SDK = "github.com/pulumi/pulumi/sdk/v3";
const PKG = "github.com/pulumi/pulumi/pkg/v3";
const YAML = "github.com/pulumi/pulumi-yaml";

/** Two Go modules, as the engine and the last language hosts that the module proxy serves cannot share one SDK. */
const CLI = { folder: path.join(MODULES, "cli"), packages: [`${PKG}/cmd/pulumi`, `${YAML}/cmd/pulumi-language-yaml`] };
const HOSTS = {
  folder: path.join(MODULES, "hosts"),
  packages: [`${SDK}/nodejs/cmd/pulumi-language-nodejs`, `${SDK}/python/cmd/pulumi-language-python`],
};

/** Where the engine that is built from the committed go.mod and go.sum is kept. */
export async function builtEngineFolder() {
  const files = [CLI, HOSTS].flatMap(({ folder }) => ["go.mod", "go.sum"].map((name) => path.join(folder, name)));
  const ingredients = await Promise.all([...files, sdkFile(DYNAMIC_PROVIDER)].map((file) => readFile(file, "utf8")));
  return engineFolder(engineKey("built", await pinned(CLI.folder, PKG), ingredients));
}

/**
 * An engine built from Go modules: for machines that reach package registries only.
 * @type {import("../ensureEngine.mjs").Source}
 */
export const goModules = {
  name: "Go modules",
  remedy: "install Go 1.25 or newer (https://go.dev/dl/) and let this machine reach a Go module proxy",
  async find(log) {
    const folder = await builtEngineFolder();
    await makeOnce(folder, {
      isWhole: async (made) => (await sealedEngine(made)) !== undefined,
      make: (aside) => build(aside, log),
      onWait: (owner) => log(`Another command${owner} is building Pulumi; waiting for it ...`),
    });
    const engine = await sealedEngine(folder);
    if (!engine) throw new Error("the build is not complete");
    return engine;
  },
};

/**
 * @param {string} aside
 * @param {import("../ensureEngine.mjs").Log} log
 */
async function build(aside, log) {
  const started = performance.now();
  const bin = path.join(aside, "bin");
  // Below our folder, so that what a killed compiler leaves behind goes with it.
  const temporary = path.join(aside, "temporary");
  await mkdir(temporary, { recursive: true });
  await mkdir(bin, { recursive: true });
  const version = await pinned(CLI.folder, PKG);
  await requireGo();
  log(`Building Pulumi ${version} from Go modules: 3 to 7 minutes on two cores, once ...`);
  const cli = {
    [`${SDK}/go/common/version.Version`]: `v${version}`,
    [`${YAML}/pkg/version.Version`]: await pinned(CLI.folder, YAML),
  };
  const hosts = { [`${SDK}/go/common/version.Version`]: `v${await pinned(HOSTS.folder, SDK)}` };
  await buildModule({ ...HOSTS, title: "the Node.js and Python hosts", bin, temporary, variables: hosts }, log);
  await buildModule({ ...CLI, title: "the engine and the YAML host", bin, temporary, variables: cli }, log);
  await copyScript(path.join(await moduleFolder(HOSTS.folder, SDK), "python", "cmd", PYTHON_EXEC), bin);
  await copyScript(sdkFile(DYNAMIC_PROVIDER), bin);
  await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  await sealEngine(aside, await pulumiVersion(path.join(bin, PULUMI)));
  log(`Built in ${duration(performance.now() - started)}`);
}

/**
 * The version of a module that go.mod asks for, without the `v`.
 * @param {string} folder
 * @param {string} module
 */
async function pinned(folder, module) {
  const file = path.join(folder, "go.mod");
  const text = await readFile(file, "utf8");
  const found = text.split("\n").map((line) =>
    line
      .replace(/^require /, "")
      .trim()
      .split(" "),
  );
  const version = found.find(([name]) => name === module)?.[1];
  if (!version) throw new Error(`${file} does not require ${module}`);
  return version.slice(1);
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function copyScript(file, folder) {
  const copy = path.join(folder, path.basename(file));
  await copyFile(file, copy);
  await chmod(copy, 0o755);
}
