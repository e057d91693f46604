import assert from "node:assert/strict";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./temporaryFolder";

describe("an engine on PATH", () => {
  if (process.platform === "win32") return;
  const folder = temporaryFolder();

  async function install(directory: string, version: string) {
    const { EXECUTABLES } = await import("../../tools/engine/executables.mjs");
    mkdirSync(directory, { recursive: true });
    for (const name of EXECUTABLES) {
      writeFileSync(path.join(directory, name), `#!/bin/sh\necho v${version}\n`);
      chmodSync(path.join(directory, name), 0o755);
    }
    return directory;
  }

  async function find(folders: string[]) {
    const { findIn } = await import("../../tools/engine/sources/engineOnPath.mjs");
    return findIn(folders);
  }

  it("is taken when complete and new enough", async () => {
    const directory = await install(path.join(folder(), "bin"), "3.300.1");
    assert.deepEqual(await find([path.join(folder(), "empty"), directory]), { directory, version: "3.300.1" });
  });

  it("is taken when PATH has only a link to it, as package managers make it", async () => {
    const directory = await install(path.join(folder(), "cellar"), "3.300.1");
    const linked = path.join(folder(), "linked");
    mkdirSync(linked);
    symlinkSync(path.join(directory, "pulumi"), path.join(linked, "pulumi"));
    assert.deepEqual(await find([linked]), { directory: linked, version: "3.300.1" });
  });

  it("is refused when it is too old, without its hosts, broken or not there", async () => {
    const directory = await install(path.join(folder(), "bin"), "3.199.0");
    await assert.rejects(find([directory]), /is 3\.199\.0, needed is 3\.200\.0 or newer/);
    await install(directory, "3.300.0");
    rmSync(path.join(directory, "pulumi-language-nodejs"));
    await assert.rejects(find([directory]), /without pulumi-language-nodejs$/);
    writeFileSync(path.join(directory, "pulumi"), "#!/bin/sh\necho 'cannot load libc' >&2\nexit 3\n");
    await assert.rejects(find([directory]), /ended with 3\ncannot load libc/);
    await assert.rejects(find([folder()]), /no pulumi there/);
  });
});
