// @ts-check
import { cacheFolder, sealedEngine } from "../cache.mjs";
import { builtEngineFolder } from "./goModules.mjs";
import { officialEngineFolder } from "./officialRelease.mjs";

/**
 * The engine that an earlier run downloaded or built.
 * @type {import("../ensureEngine.mjs").Source}
 */
export const cachedEngine = {
  name: "the cache",
  remedy: "",
  async find() {
    for (const folder of [await officialEngineFolder(), await builtEngineFolder()]) {
      const engine = await sealedEngine(folder);
      if (engine) return engine;
    }
    throw new Error(`none yet in ${cacheFolder()}`);
  },
};
