// @ts-check
/** Mocha's own output, and the counts in a file besides: $MOCHA_COUNTS_FILE. */
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 0, pending: 0 };
      const counts = { passed: passes, failed: failures, skipped: pending };
      if (process.env.MOCHA_COUNTS_FILE) writeFileSync(process.env.MOCHA_COUNTS_FILE, JSON.stringify(counts));
    });
  }
}

module.exports = CountingReporter;
