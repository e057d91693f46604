// @ts-check
import { ensureEngine } from "../engine/ensureEngine.mjs";

/**
 * The engine for the tests that need one; without it they are left out, and that is a failure.
 * @param {import("./tally.mjs").Tally} tally
 */
export async function findEngine(tally) {
  const title = "Pulumi engine";
  tally.heading(title);
  try {
    const engine = await ensureEngine({ log: tally.print });
    tally.pass(title);
    return engine;
  } catch (error) {
    tally.fail(title, /** @type {Error} */ (error).message);
    return undefined;
  }
}
