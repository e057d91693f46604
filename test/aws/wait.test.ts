import assert from "node:assert/strict";
import { Waiter, WaitTimeoutError, type WaitWorld } from "../../provider/aws";

const MINUTE = 60_000;

function world(random = 0.5): WaitWorld & { pauses: number[]; lines: string[]; pass(ms: number): void } {
  let time = 0;
  const pauses: number[] = [];
  const lines: string[] = [];
  return {
    pauses,
    lines,
    pass: (ms) => {
      time += ms;
    },
    now: () => time,
    random: () => random,
    log: (line) => lines.push(line),
    pause: async (ms) => {
      pauses.push(ms);
      time += ms;
    },
  };
}

describe("a wait", () => {
  it("grows from 2 seconds to 3 minutes", async () => {
    const { pauses, ...rest } = world();
    const waiter = new Waiter({ ...rest });
    for (let i = 0; i < 14; i++) await waiter.pause("Version 1 is REVIEWING", 600 * MINUTE);
    assert.deepEqual(pauses.slice(0, 4), [2_000, 3_000, 4_500, 6_750]);
    assert.equal(pauses.at(-1), 3 * MINUTE);
  });

  it("spreads its looks by a quarter to both sides", async () => {
    for (const [random, first] of [
      [0, 1_500],
      [1, 2_500],
    ] as const) {
      const w = world(random);
      await new Waiter(w).pause("Version 1 is REVIEWING", MINUTE);
      assert.deepEqual(w.pauses, [first]);
    }
  });

  it("ends with its budget, never later, and says what was seen and how often", async () => {
    const w = world();
    const waiter = new Waiter(w);
    await assert.rejects(
      async () => {
        for (;;) await waiter.pause("Version 1 is REVIEWING", 10_000);
      },
      (error: unknown) => {
        assert.ok(error instanceof WaitTimeoutError);
        assert.equal(
          error.message,
          "Version 1 is REVIEWING, after 10 s and 4 looks; the time to wait is over. " +
            "Nothing is lost: run `pulumi up` again to go on waiting, or raise `waitTimeout`.",
        );
        return true;
      },
    );
    assert.equal(w.now(), 10_000);
  });

  it("tells what is new at once, and nothing else for 5 minutes", async () => {
    const w = world();
    const waiter = new Waiter(w);
    await waiter.pause("Version 1 is SUBMITTED", 60 * MINUTE);
    await waiter.pause("Version 1 is SUBMITTED", 60 * MINUTE);
    await waiter.pause("Version 1 is REVIEWING", 60 * MINUTE);
    w.pass(5 * MINUTE);
    await waiter.pause("Version 1 is REVIEWING", 60 * MINUTE);
    assert.deepEqual(w.lines, [
      "Version 1 is SUBMITTED (0 s of at most 60 min)",
      "Version 1 is REVIEWING (5 s of at most 60 min)",
      "Version 1 is REVIEWING (5 min of at most 60 min)",
    ]);
  });
});
