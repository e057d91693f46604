import assert from "node:assert/strict";
import { Pace } from "../../provider/aws/pace";

/** A service that lets so many calls a second in, by a bucket that holds those of one second, on a clock of its own. */
function service(perSecond: number) {
  let time = 0;
  let credit = perSecond;
  const pace = new Pace(async () => undefined, {
    now: () => time,
    pause: async (ms) => {
      time += ms;
      credit = Math.min(perSecond, credit + (ms * perSecond) / 1_000);
    },
  });
  return {
    now: () => time,
    /** Makes so many calls at once, those that are throttled again later; gives how many times that happened. */
    async calls(count: number): Promise<number> {
      let throttled = 0;
      for (let left = count; left > 0; ) {
        await pace.turn();
        if (credit >= 1) {
          credit -= 1;
          left -= 1;
          pace.through();
        } else {
          throttled += 1;
          pace.throttled();
          // The client's own retry comes later.
          if (throttled > 10 * count) throw new Error("nearly every call is throttled");
        }
      }
      return throttled;
    },
  };
}

describe("the pace of an operation", () => {
  it("is none while nothing is throttled", async () => {
    const { calls, now } = service(1_000);
    assert.deepEqual([await calls(500), now()], [0, 0]);
  });

  for (const [perSecond, mostOverBound] of [
    [1, 1.35],
    [5, 1.15],
    [25, 1.15],
  ] as const) {
    it(`finds out that ${perSecond} a second get through, with few that do not`, async () => {
      const count = 60 * perSecond;
      const { calls, now } = service(perSecond);
      const throttled = await calls(count);
      const bound = ((count - perSecond) / perSecond) * 1_000;
      assert.ok(now() < mostOverBound * bound, `${now()} ms; as fast as can be: ${bound} ms`);
      assert.ok(throttled < count / 3, `${throttled} of ${count} were throttled`);
    });
  }

  it("is not lost when a refusal is answered before what was let in beside it", async () => {
    let time = 0;
    const pauses: number[] = [];
    const pace = new Pace(async () => undefined, {
      now: () => time,
      pause: async (ms) => {
        pauses.push(Math.round(ms));
        time += ms;
      },
    });
    for (let i = 0; i < 10; i++) await pace.turn();
    time += 10;
    for (let i = 0; i < 5; i++) pace.throttled();
    time += 10;
    for (let i = 0; i < 5; i++) pace.through();
    await pace.turn();
    // 5 got through in that second: 4.75 a second from now on, and the last one was 20 ms ago.
    assert.deepEqual(pauses, [191]);
  });
});
