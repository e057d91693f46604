import assert from "node:assert/strict";
import fc from "fast-check";
import type { Account } from "../../simulator/account";
import { ServiceError } from "../../simulator/errors";
import type { Context } from "../../simulator/operation";
import { operations } from "../../simulator/operations";
import { move } from "../../simulator/review";
import { versionStatuses } from "../../simulator/statuses";
import { accountIn, newWorld, nowOf, readWorld, type World, writeWorld } from "../../simulator/world";
import { brand, completeForm, start } from "./simulated";

/** What may happen to a registration: a call of a client, a move of the reviewer, time. */
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "CreateRegistrationVersion",
      "SubmitRegistrationVersion",
      "DiscardRegistrationVersion",
      "fill",
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...versionStatuses.filter((status) => status !== "DRAFT"), "QUANTUM")
      .map((status) => ({ status })),
  },
  { weight: 1, arbitrary: fc.nat({ max: 100_000 }) },
);

describe("simulator: whatever happens to a registration", () => {
  it("its versions, statuses and dates fit together, and survive being written down", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const world = newWorld("virtual", start);
        const account = accountIn(world, "111122223333", "us-east-1");
        const { RegistrationId } = operate(world, account, "CreateRegistration", { RegistrationType: brand }) as {
          RegistrationId: string;
        };
        for (const event of events) {
          happen(world, account, RegistrationId, event);
          check(account, RegistrationId);
        }
        assert.equal(writeWorld(readWorld(writeWorld(world))), writeWorld(world));
      }),
    );
  });
});

function happen(
  world: World,
  account: Account,
  RegistrationId: string,
  event: string | number | { status: string },
): void {
  const registration = account.registrations.get(RegistrationId);
  const version = registration?.versions.at(-1);
  assert.ok(registration && version);
  if (typeof event === "number") {
    assert.equal(world.clock.mode, "virtual");
    if (world.clock.mode === "virtual") world.clock.nowMs += event;
  } else if (typeof event === "object") {
    if (version.status !== "DRAFT") move(account, registration, version, event, nowOf(world), world.settings);
  } else if (event === "fill") {
    for (const [FieldPath, value] of Object.entries(completeForm(brand))) {
      operate(world, account, "PutRegistrationFieldValue", { RegistrationId, FieldPath, ...value });
    }
  } else operate(world, account, event, { RegistrationId });
}

/** An answer of the service, or its refusal; anything else fails the test. */
function operate(world: World, account: Account, name: string, request: object): unknown {
  const context: Context = { ...world, nowMs: nowOf(world), defaultReview: () => [], touch: () => undefined };
  try {
    return operations.get(name)?.call(account, request, context);
  } catch (error) {
    assert.ok(error instanceof ServiceError, String(error));
    return undefined;
  }
}

function check(account: Account, id: string): void {
  const registration = account.registrations.get(id);
  assert.ok(registration);
  const { versions, approvedVersionNumber, latestDeniedVersionNumber } = registration;
  assert.deepEqual(
    versions.map(({ number }) => number),
    versions.map((_, index) => index + 1),
  );
  for (const older of versions.slice(0, -1))
    assert.ok(["APPROVED", "DENIED", "DISCARDED", "REVOKED", "ARCHIVED"].includes(older.status));
  assert.ok(versions.filter(({ status }) => status === "APPROVED").length <= 1);
  const approved = versions.find(({ status }) => status === "APPROVED");
  if (approved) assert.equal(approvedVersionNumber, approved.number);
  const denied = versions.filter(({ history }) => history.DeniedTimestamp !== undefined).map(({ number }) => number);
  if (latestDeniedVersionNumber !== undefined) assert.ok(denied.includes(latestDeniedVersionNumber));
  for (const { history } of versions) {
    const { DraftTimestamp, ...later } = history;
    for (const atMs of Object.values(later)) assert.ok(DraftTimestamp !== undefined && atMs >= DraftTimestamp);
  }
}
