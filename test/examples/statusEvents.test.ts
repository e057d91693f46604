import assert from "node:assert/strict";
import { handle, type Seen, type Version, type World } from "../../examples/typescript-status-events/handler";
import rule from "../../examples/typescript-status-events/rule.json";
import type { StatusChangeEvent } from "../../examples/typescript-status-events/statusChange";

const ID = "registration-0123456789abcdef0123456789abcdef";
const NOON = Date.parse("2026-01-01T12:00:00Z");

function statusChange(currentStatus: string, timestamp = NOON, registrationId = ID): StatusChangeEvent {
  return {
    source: "aws.sms-voice",
    "detail-type": "Registration Status Change",
    account: "111122223333",
    region: "us-east-1",
    detail: {
      registrationArn: `arn:aws:sms-voice:us-east-1:111122223333:registration/${registrationId}`,
      registrationDetails: {
        registrationId,
        registrationVersionNumber: 2,
        registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
        registrationStatusChangeTimestamp: timestamp,
        currentStatus,
      },
    },
  };
}

/** A world whose stacks know one registration; what happens to it is written down. */
function newWorld(version: Version = { status: "REVIEWING", versionNumber: 2, reasons: [] }) {
  const seen = new Map<string, Seen>();
  const did: string[] = [];
  const world: World = {
    stackOf: async (id) => (id === ID ? "customers-01-of-20" : undefined),
    seen: {
      get: async (id) => seen.get(id),
      set: async (id, last) => void seen.set(id, last),
    },
    refresh: async (stack, id) => {
      did.push(`refresh ${stack} ${id}`);
      return version;
    },
    tell: async (text) => void did.push(`tell ${text}`),
  };
  return { world, did };
}

const REFRESH = `refresh customers-01-of-20 ${ID}`;

describe("the handler of examples/typescript-status-events", () => {
  it("refreshes the one registration when its review goes on, and tells nobody", async () => {
    const { world, did } = newWorld();
    assert.equal(await handle(statusChange("REVIEWING"), world), "handled");
    assert.deepEqual(did, [REFRESH]);
  });

  it("tells a person of a denial: which version of what, what to do, and every reason", async () => {
    const { world, did } = newWorld({
      status: "DENIED",
      versionNumber: 2,
      reasons: ["Wrong address", "taxId: no match"],
    });
    await handle(statusChange("DENIED"), world);
    assert.deepEqual(did, [
      REFRESH,
      `tell Version 2 of ${ID} (US_TEN_DLC_BRAND_REGISTRATION, stack customers-01-of-20) is DENIED. ` +
        "Correct the fields and run `pulumi up`.\n- Wrong address\n- taxId: no match",
    ]);
  });

  it("tells a person of a review that waits for one", async () => {
    const { world, did } = newWorld({ status: "REQUIRES_AUTHENTICATION", versionNumber: 2, reasons: [] });
    await handle(statusChange("REQUIRES_AUTHENTICATION"), world);
    assert.match(String(did[1]), /^tell Version 2 .* is REQUIRES_AUTHENTICATION\. A step that arrives by e-mail/);
  });

  it("believes the service, where that is further than the event", async () => {
    const { world, did } = newWorld({ status: "APPROVED", versionNumber: 3, reasons: [] });
    await handle(statusChange("DENIED"), world);
    assert.deepEqual(did, [REFRESH]);
  });

  it("does nothing for an event that comes twice, or after a later one", async () => {
    const { world, did } = newWorld();
    const ends = [];
    for (const [status, timestamp] of [
      ["REVIEWING", NOON],
      ["REVIEWING", NOON],
      ["SUBMITTED", NOON - 1],
      ["APPROVED", NOON],
      ["COMPLETE", NOON + 1],
    ] as const) {
      ends.push(await handle(statusChange(status, timestamp), world));
    }
    // Two statuses within a millisecond are two changes.
    assert.deepEqual(ends, ["handled", "ignored", "ignored", "handled", "handled"]);
    assert.deepEqual(did, [REFRESH, REFRESH, REFRESH]);
  });

  it("does all of it again when something failed on the way", async () => {
    const { world, did } = newWorld({ status: "DENIED", versionNumber: 2, reasons: [] });
    const { tell } = world;
    world.tell = async () => {
      throw new Error("nobody is there");
    };
    await assert.rejects(handle(statusChange("DENIED"), world), /nobody is there/);
    world.tell = tell;
    assert.equal(await handle(statusChange("DENIED"), world), "handled");
    assert.deepEqual([did.length, did[1]], [3, REFRESH]);
  });

  it("ignores what is not its business", async () => {
    const { world, did } = newWorld();
    const event = statusChange("DENIED");
    const strange: unknown[] = [
      statusChange("DENIED", NOON, "registration-of-somebody-else"),
      { ...event, source: "aws.ec2" },
      { ...event, "detail-type": "Text Message Delivery Status Updated" },
      { ...event, detail: { registrationArn: "arn:aws:..." } },
      {},
      null,
    ];
    for (const one of strange) assert.equal(await handle(one, world), "ignored");
    assert.deepEqual(did, []);
  });

  it("gets its events from a rule that lets no others through", () => {
    const { source, "detail-type": type } = statusChange("DENIED");
    assert.deepEqual(rule, { source: [source], "detail-type": [type] });
  });
});
