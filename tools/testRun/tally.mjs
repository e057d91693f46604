// @ts-check

/** Counts what passed and failed, over checks and tests, and says it at the end. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  tests = 0;
  /** @type {string[]} */
  #failures = [];

  /** @param {(line: string) => void} print */
  constructor(print = console.log) {
    this.print = print;
  }

  /** Starts a step: what follows in the output belongs to it. @param {string} title */
  heading(title) {
    this.print(`\n== ${title}`);
  }

  /** @param {string} title */
  pass(title) {
    this.passed++;
    this.print(`ok: ${title}`);
  }

  /**
   * @param {string} title
   * @param {string} reason
   */
  fail(title, reason) {
    this.failed++;
    this.#failures.push(`${title}: ${reason}`);
    this.print(`FAILED: ${title}: ${reason}`);
  }

  /**
   * @param {string} title
   * @param {string} reason
   */
  skip(title, reason) {
    this.skipped++;
    this.print(`skipped: ${title}: ${reason}`);
  }

  /**
   * Adds a run of a test runner.
   * @param {string} title
   * @param {{ passed: number, failed: number, skipped: number }} counts
   */
  addTests(title, { passed, failed, skipped }) {
    this.tests += passed + failed;
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
    if (failed) this.#failures.push(`${title}: ${failed} failed, see above`);
  }

  /** Prints the closing lines. @returns {number} the exit code */
  close() {
    if (this.tests === 0) this.fail("tests", "none ran");
    if (this.#failures.length) this.print(`\nWhat failed:\n${this.#failures.map((one) => `  - ${one}`).join("\n")}`);
    const skipped = this.skipped ? `, ${this.skipped} skipped` : "";
    this.print(`\n${this.passed} passed, ${this.failed} failed${skipped}`);
    return this.failed ? 1 : 0;
  }
}
