import assert from "node:assert/strict";

interface Engine {
  directory: string;
  version: string;
}

/** A source that has the engine, or refuses it for a reason. */
function source(name: string, result: Engine | string) {
  const asked: string[] = [];
  const find = async () => {
    asked.push(name);
    if (typeof result === "string") throw new Error(result);
    return result;
  };
  return { name, remedy: `mend ${name}`, find, asked };
}

describe("an engine", () => {
  const engine = { directory: "/engine/bin", version: "3.259.0" };
  const log: string[] = [];
  beforeEach(() => void log.splice(0));

  async function ensure(sources: ReturnType<typeof source>[]) {
    const { ensureEngine } = await import("../../tools/engine/ensureEngine.mjs");
    return ensureEngine({ log: (line) => void log.push(line), sources });
  }

  it("comes from the first source that has one; later ones are not asked", async () => {
    const later = source("later", engine);
    assert.deepEqual(await ensure([source("PATH", engine), later]), { ...engine, source: "PATH" });
    assert.deepEqual(later.asked, []);
    assert.deepEqual(log, ["Pulumi 3.259.0 from PATH"]);
  });

  it("says where it is from and why the sources before were not taken", async () => {
    await ensure([source("PATH", "too old"), source("the cache", "none yet\nin detail"), source("Go modules", engine)]);
    assert.deepEqual(log, ["Pulumi 3.259.0 from Go modules (not from PATH: too old; the cache: none yet)"]);
  });

  it("that is not to be had is an error with all that was tried and what would help", async () => {
    const refusal = ensure([source("PATH", "no pulumi"), source("Go modules", "no go\nsecond line")]);
    await assert.rejects(refusal, {
      message: [
        "No Pulumi engine could be had. Tried:",
        "  - PATH: no pulumi",
        "  - Go modules: no go",
        "      second line",
        "Any one of these helps:",
        "  - mend PATH",
        "  - mend Go modules",
      ].join("\n"),
    });
  });
});
