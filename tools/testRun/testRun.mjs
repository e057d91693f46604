// @ts-check
import { cleanEnvironment } from "../environment.mjs";
import { checks } from "./checks.mjs";
import { findEngine } from "./findEngine.mjs";
import { mochaRun } from "./mochaRun.mjs";
import { nodeVersions, obtainNode, requireNodeOfMocha } from "./nodeVersions.mjs";
import { Tally } from "./tally.mjs";

/** Tests that need the engine or Python: what they show does not depend on the Node.js version, and they are slow. */
const SLOW_TESTS = ["test/e2e/**", "test/simulator/foreign/**"];
/** The search for what a crash may break is about the order of calls, on any Node.js version. */
const ONCE = [...SLOW_TESTS, "test/proof/**"];

/**
 * Runs every check and every test, whatever fails on the way.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function testRun(args) {
  const fast = args.includes("--fast");
  const forMocha = args.filter((one) => one !== "--fast");
  requireNodeOfMocha();
  const tally = new Tally();

  await checks(tally);
  const engine = await findEngine(tally);
  const env = cleanEnvironment(engine);
  const here = { title: `mocha on Node.js ${process.versions.node}`, node: process.execPath, env };
  await mochaRun(tally, { ...here, args: forMocha, ignore: engine ? [] : SLOW_TESTS });

  // Mocha's arguments choose a few tests to look at: no time for all versions then.
  const others = fast || forMocha.length > 0 ? [] : nodeVersions();
  for (const version of others) {
    const node = await obtainNode(version, tally);
    if (node) {
      const title = `unit tests on Node.js ${version}`;
      await mochaRun(tally, { title, node, env, args: [], ignore: ONCE });
    }
  }
  return tally.close();
}
