import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Listing } from "../../provider/aws/listing";
import { onceEach, survey } from "../../provider/aws/survey";

/** An account with so many things, named 0, 1, 2, ... */
function account(count: number) {
  const calls: string[] = [];
  const all = Array.from({ length: count }, (_, index) => String(index));
  const found = (ids: readonly string[]) =>
    new Map(ids.filter((id) => all.includes(id)).map((id) => [id, `facts of ${id}`]));
  const listing: Listing<string> = {
    async named(ids) {
      calls.push(`named ${ids.join()}`);
      return found(ids);
    },
    async page(token = "0") {
      calls.push(`page ${token}`);
      const end = Number(token) + 100;
      return { found: found(all.slice(Number(token), end)), next: end < count ? String(end) : undefined };
    },
  };
  return { listing, calls, all };
}

/** As an engine asks: a few at a time, each next one when another has its answer. */
async function lookAt(
  look: (id: string) => Promise<unknown>,
  ids: readonly string[],
  parallel = 16,
): Promise<unknown[]> {
  const answers: unknown[] = [];
  const left = ids.map((id, index) => async () => {
    answers[index] = await look(id);
  });
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await next();
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return answers;
}

const factsOf = (ids: readonly string[]) => ids.map((id) => `facts of ${id}`);

describe("a survey", () => {
  it("asks for a few by name", async () => {
    const { listing, calls } = account(1000);
    assert.deepEqual(await lookAt(survey(listing).look, ["7", "8", "9"]), factsOf(["7", "8", "9"]));
    assert.deepEqual(calls, ["named 7,8,9"]);
  });

  for (const [asked, of, most] of [
    [5, 1000, 1],
    [10, 1000, 2],
    [100, 100, 3],
    [1000, 1000, 12],
    [50, 1000, 12],
    [50, 10_000, 36],
    [1000, 3000, 32],
  ] as const) {
    it(`looks at ${asked} of ${of} with ${most} calls at the most`, async () => {
      const { listing, calls, all } = account(of);
      const ids = all.filter((_, index) => index % (of / asked) === 0);
      assert.deepEqual(await lookAt(survey(listing).look, ids), factsOf(ids));
      assert.ok(calls.length <= most, `${calls.length}: ${calls.join("; ")}`);
    });
  }

  it("asks by name for what is in no page, and takes it for gone where that finds nothing", async () => {
    const { listing, calls } = account(30);
    const { look } = survey(listing);
    await lookAt(look, account(30).all);
    assert.deepEqual(await lookAt(look, ["nowhere", "3"]), [undefined, "facts of 3"]);
    assert.equal(calls.at(-1), "named nowhere");
  });

  it("asks once for what many ask for, and not again", async () => {
    const { listing, calls } = account(3);
    const { look } = survey(listing);
    await Promise.all([look("1"), look("1"), look("2")]);
    await look("2");
    assert.deepEqual(calls, ["named 1,2"]);
  });

  it("begins anew when told to", async () => {
    const { listing, calls } = account(3);
    const { look, forget } = survey(listing);
    await look("1");
    forget();
    await look("1");
    assert.deepEqual(calls, ["named 1", "named 1"]);
  });

  it("begins anew when it is some minutes old", async () => {
    const { listing, calls } = account(3);
    const { look } = survey(listing);
    await look("1");
    const now = performance.now.bind(performance);
    performance.now = () => now() + 6 * 60_000;
    try {
      await look("1");
    } finally {
      performance.now = now;
    }
    assert.deepEqual(calls, ["named 1", "named 1"]);
  });

  it("gives a failure to those who asked, and asks again for the next", async () => {
    const { listing } = account(3);
    let isDown = true;
    const { look } = survey({
      ...listing,
      named: async (ids) => {
        if (isDown) throw new Error("down");
        return listing.named(ids);
      },
    });
    await assert.rejects(look("1"), /down/);
    isDown = false;
    assert.equal(await look("1"), "facts of 1");
  });
});

describe("what can only be asked for one by one", () => {
  it("is asked for once each, until told to forget, and after a failure", async () => {
    const calls: string[] = [];
    const { look, forget } = onceEach(async (id: string) => {
      calls.push(id);
      if (calls.length === 1) throw new Error("down");
      return id;
    });
    await assert.rejects(look("a"), /down/);
    await Promise.all([look("a"), look("a")]);
    forget();
    await look("a");
    assert.deepEqual(calls, ["a", "a", "a"]);
  });
});
