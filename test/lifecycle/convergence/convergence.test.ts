import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { declaredFields, type FieldInput } from "../../../provider/lifecycle/fields";
import type { VersionInputs } from "../../../provider/lifecycle/registrationVersion/declared";
import type { Fault } from "./modelService";
import { type Outcome, Stack } from "./stack";

/** One thing that happens, between runs or as one. */
type Event =
  | { event: "reviewer"; status: string }
  | { event: "somebody edits"; fields: Record<string, FieldInput> }
  | { event: "somebody opens or submits or discards"; operation: "open" | "submit" | "discard" }
  | ({ event: "program" } & Partial<VersionInputs>)
  | { event: "trigger" }
  | { event: "refresh" }
  | { event: "up"; faults: [number, Fault][]; whileWaiting: Event[] };

const value = fc.constantFrom<FieldInput>("1", ["Y", "X"], { attachmentId: "attachment-1" });
const fields = fc.dictionary(fc.constantFrom("a", "b", "__proto__"), value, { maxKeys: 2, noNullPrototype: true });
const faults = fc.array(fc.tuple(fc.nat(9), fc.constantFrom<Fault>("refused", "answer lost", "repeated", "killed")), {
  maxLength: 2,
});

const elsewhere: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      event: fc.constant("reviewer" as const),
      status: fc.constantFrom(
        "REVIEWING",
        "REQUIRES_AUTHENTICATION",
        "APPROVED",
        "DENIED",
        "DENIED",
        "REVOKED",
        "NEW_ONE",
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ event: fc.constant("somebody edits" as const), fields }) },
  {
    weight: 1,
    arbitrary: fc.record({
      event: fc.constant("somebody opens or submits or discards" as const),
      operation: fc.constantFrom("open" as const, "submit" as const, "discard" as const),
    }),
  },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: elsewhere },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        event: fc.constant("program" as const),
        fields,
        submit: fc.boolean(),
        whileInReview: fc.constantFrom("fail" as const, "wait" as const, "discard" as const),
        waitFor: fc.constantFrom("submitted" as const, "reviewing" as const, "approved" as const),
      },
      { requiredKeys: ["event"], noNullPrototype: true },
    ),
  },
  { weight: 2, arbitrary: fc.record({ event: fc.constant("trigger" as const) }) },
  { weight: 1, arbitrary: fc.record({ event: fc.constant("refresh" as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      event: fc.constant("up" as const),
      faults,
      whileWaiting: fc.array(elsewhere, { maxLength: 3 }),
    }),
  },
);

/** What others do. */
function happenElsewhere({ service }: Stack, next: Event): void {
  switch (next.event) {
    case "reviewer":
      if (service.isInReview || service.newest.status === "NEW_ONE") service.newest.status = next.status;
      else if (service.newest.status === "APPROVED" && next.status === "REVOKED") service.newest.status = "REVOKED";
      break;
    case "somebody edits":
      if (service.newest.status === "DRAFT") service.newest.values = new Map(declaredFields(next.fields));
      break;
    case "somebody opens or submits or discards":
      service.byHand(next.operation);
  }
}

async function happen(stack: Stack, next: Event): Promise<void> {
  switch (next.event) {
    case "program":
      stack.declare(next);
      break;
    case "trigger":
      stack.trigger();
      break;
    case "refresh":
      stack.service.disturb([]);
      await stack.refresh();
      break;
    case "up": {
      const waiting = [...next.whileWaiting];
      stack.service.disturb(next.faults);
      await stack.up(() => {
        const moved = waiting.shift();
        if (moved) happenElsewhere(stack, moved);
      });
      break;
    }
    default:
      happenElsewhere(stack, next);
  }
}

/** The statuses in which what `waitFor` asks for is not there yet. */
const PENDING: Record<string, string[]> = {
  submitted: [],
  reviewing: ["SUBMITTED", "AWS_REVIEWING", "NEW_ONE"],
  approved: ["SUBMITTED", "AWS_REVIEWING", "REVIEWING", "REQUIRES_AUTHENTICATION", "NEW_ONE"],
};

/** Whether the table of statuses says that a run ends this way. */
function isExpected(stack: Stack, outcome: Outcome): boolean {
  const { newest, isInReview, dialect } = stack.service;
  const same = stack.holdsWhatIsDeclared;
  const { submit = true, whileInReview = "fail", waitFor = "submitted" } = stack.program;
  const isPending = submit && PENDING[waitFor]?.includes(newest.status);
  if (outcome === "done" || outcome === "unchanged") {
    const isThere = same && (newest.status !== "DRAFT" || !submit);
    return isThere && !isPending && !["DISCARDED", "REVOKED", "ARCHIVED"].includes(newest.status);
  }
  if ("failed" in outcome) {
    if (outcome.failed === "WAIT_TIMEOUT") return same ? isPending === true : isInReview && whileInReview === "wait";
    return isInReview && !same && whileInReview === "discard" && !dialect.discardWhileInReview;
  }
  switch (outcome.refused) {
    case "VERSION_DENIED":
      return newest.status === "DENIED" && same && !stack.isTriggerOpen;
    case "VERSION_IN_REVIEW":
      return isInReview && !same && whileInReview === "fail";
    default:
      return outcome.refused === "VERSION_STATUS_UNKNOWN" && newest.status === "NEW_ONE" && !same;
  }
}

describe("any sequence of reviewer moves, edits elsewhere, program changes and interrupted runs", () => {
  const dialect = fc.record({ newVersionsInherit: fc.boolean(), discardWhileInReview: fc.boolean() });
  const runs = Number(process.env.FAST_CHECK_RUNS ?? 2_000);

  it("ends, after a refresh and a run, in what is declared or in the refusal of the table; the next run writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(dialect, fc.array(event, { minLength: 4, maxLength: 24, size: "max" }), async (how, events) => {
        const stack = new Stack(how);
        for (const next of events) await happen(stack, next);
        stack.service.disturb([]);
        await stack.refresh();
        const outcome = await stack.up();
        assert.ok(isExpected(stack, outcome), `${JSON.stringify(outcome)} at ${stack.service.newest.status}`);

        assert.deepEqual(stack.needless, []);

        const written = stack.service.effects.length;
        const again = await stack.up();
        assert.deepEqual(again, outcome === "done" ? "unchanged" : outcome);
        assert.equal(stack.service.effects.length, written);
      }),
      { numRuns: runs },
    );
  });
});
