// @ts-check
import { rm } from "node:fs/promises";
import path from "node:path";
import { withLock } from "../files/lock.mjs";
import { showProgress } from "../processes/progress.mjs";
import { npm } from "./npm.mjs";
import { whatIsMissing } from "./whatIsMissing.mjs";

/**
 * `npm ci`, if node_modules is not what the lock file says.
 * @param {string} root
 * @param {(line: string) => void} log
 */
export async function installDependencies(root, log) {
  if (!(await whatIsMissing(root))) return;
  await withLock(
    path.join(root, ".cache", "npm-ci.lock"),
    async () => {
      const reason = await whatIsMissing(root);
      if (!reason) return;
      log(`Installing the npm packages (${reason}) ...`);
      // npm writes this file last, but a later `npm ci` that is killed may leave it there with half of the packages gone.
      await rm(path.join(root, "node_modules", ".package-lock.json"), { force: true });
      const done = showProgress(log, () => "npm ci");
      try {
        // stdout belongs to the command that we prepare for; `--include=dev` because NODE_ENV=production may be set.
        await npm(["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: root, show: process.stderr });
      } catch (error) {
        throw new Error(
          `Installing the npm packages failed: ${/** @type {Error} */ (error).message}.\n` +
            "npm's own words are above. Check the network and npm's registry setting, then run the command again.",
        );
      } finally {
        done();
      }
    },
    { onWait: (owner) => log(`Another command${owner} is installing the npm packages; waiting for it ...`) },
  );
}
