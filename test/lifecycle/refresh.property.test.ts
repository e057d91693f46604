import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type Aws, connect } from "../../provider/aws";
import type { Lifecycle } from "../../provider/lifecycle/lifecycle";
import { registration } from "../../provider/lifecycle/registration";
import { registrationVersion } from "../../provider/lifecycle/registrationVersion";
import { reconcile, refresh } from "../../provider/reconcile";
import { forms } from "../../simulator";
import { brand, key, region, simulated } from "../simulator/simulated";

const FIELDS = { "companyInfo.companyName": "Example Ltd", "companyInfo.city": "Seattle" };
const RUNS = 40;
const IN_REVIEW: ReadonlySet<string> = new Set(["SUBMITTED", "REVIEWING", "REQUIRES_AUTHENTICATION", "A_NEW_ONE"]);

/** What reviewers do, and what somebody does at the console, to one of the registrations. */
const event = fc.record({
  of: fc.nat(),
  what: fc.oneof(
    fc.record({
      kind: fc.constant("verdict" as const),
      versionStatus: fc.constantFrom(
        "REVIEWING",
        "REQUIRES_AUTHENTICATION",
        "APPROVED",
        "APPROVED",
        "DENIED",
        "A_NEW_ONE",
      ),
      registrationStatus: fc.constantFrom(undefined, undefined, "COMPLETE", "PROVISIONING", "CLOSED"),
      isFieldDenied: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      operation: fc.constantFrom(
        ...[
          "CreateRegistrationVersion",
          "SubmitRegistrationVersion",
          "DiscardRegistrationVersion",
          "DeleteRegistration",
        ],
      ),
    }),
    fc.record({ kind: fc.constant("revoke" as const), registrationStatus: fc.constantFrom(undefined, "COMPLETE") }),
    fc.record({ kind: fc.constant("edit" as const), text: fc.constantFrom("Seattle", "Tacoma") }),
    fc.record({ kind: fc.constant("tag" as const), value: fc.constantFrom("1", "2") }),
  ),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const world = fc.record({
  count: fc.integer({ min: 1, max: 14 }),
  tags: fc.constantFrom(undefined, { team: "1" }),
  submit: fc.boolean(),
  /** Whether all were approved first, which most of a vendor's are. */
  approved: fc.boolean(),
  before: fc.array(event, { maxLength: 8 }),
  after: fc.array(event, { maxLength: 12 }),
});

describe("a refresh that shares its calls", function () {
  this.timeout(120_000);
  const simulator = simulated({ clock: "real", startTime: undefined });
  before(() => Object.assign(process.env, { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: "not checked" }));

  let processes = 0;
  /** As a process of its own has it: nothing is remembered. */
  const connected = () =>
    connect({ region, endpoint: simulator.url, callsPerSecond: 100_000 + processes++, maxAttempts: 1 });

  it("shows whatever reading everything of each resource would show, with two calls of its own at the most", async () => {
    let cheap = 0;
    const property = fc.asyncProperty(world, async ({ count, tags, submit, approved, before, after }) => {
      await simulator.control.reset();
      for (const { FieldPath, FieldRequirement } of forms.get(brand)?.fields ?? []) {
        if (FieldRequirement === "OPTIONAL" || FieldPath in FIELDS) continue;
        await simulator.control.defineField(brand, { FieldPath, FieldRequirement: "OPTIONAL" });
      }
      const up = connected();
      const made = Array.from({ length: count }, async (_, index) => {
        const owner = { registrationType: brand, identity: String(index), tags };
        const { id, state } = await reconcile(registration, { inputs: owner }, up);
        const form = { registrationId: id, fields: FIELDS, submit };
        const version = await reconcile(registrationVersion, { inputs: form }, up);
        return { id, state, version: version.state };
      });
      const resources = await Promise.all(made);
      const ids = resources.map(({ id }) => id);
      for (const id of approved && submit ? ids : []) {
        await simulator.control.setStatus(id, { versionStatus: "APPROVED" });
      }
      for (const one of before) await happens(ids, one);
      const owners = await kept(registration, resources);
      const versions = await kept(
        registrationVersion,
        resources.map(({ id, version }) => ({ id, state: version })),
      );

      for (const one of after) await happens(ids, one);
      const aws = connected();
      const since = (await simulator.control.calls()).length;
      const seen = await Promise.all([
        ...owners.map((one) => refresh(registration, one, aws)),
        ...versions.map((one) => refresh(registrationVersion, one, aws)),
      ]);
      const calls = (await simulator.control.calls()).slice(since).map(({ operation }) => operation);
      const own = calls.filter((operation) => operation !== "DescribeRegistrations");
      assert.ok(own.length <= owners.length + 2 * versions.length, own.join());
      if (own.length < 2 * versions.length) cheap++;

      const all = connected();
      const expected = await Promise.all([
        ...owners.map((one) => everything(registration, one, all)),
        ...versions.map((one) => everything(registrationVersion, one, all)),
      ]);
      assert.deepEqual(seen, expected);
    });
    await fc.assert(property, { numRuns: RUNS });
    assert.ok(cheap > 5, `only ${cheap} runs saved a call`);
  });

  /** The resources as a refresh of everything leaves them; without those that are gone. */
  async function kept<Inputs, State extends object>(
    lifecycle: Lifecycle<Inputs, State>,
    resources: readonly { id: string; state: State }[],
  ): Promise<{ id: string; state: State }[]> {
    const aws = connected();
    const found = await Promise.all(
      resources.map(async (one) => ({ id: one.id, found: await everything(lifecycle, one, aws) })),
    );
    return found.flatMap((one) => (one.found ? [{ id: one.id, state: one.found.state }] : []));
  }

  async function everything<Inputs, State extends object>(
    lifecycle: Lifecycle<Inputs, State>,
    { id, state }: { id: string; state: State },
    aws: Aws,
  ) {
    const found = lifecycle.read(id, state, await aws.observe(id, lifecycle.parts));
    return found && { inputs: found.inputs, state: { ...found.state, region } };
  }

  async function happens(ids: readonly string[], { of, what }: Event): Promise<void> {
    const RegistrationId = ids[of % ids.length] ?? "";
    const dump = (await simulator.control.account()).registrations;
    const status = dump.find(({ registrationId }) => registrationId === RegistrationId)?.versions.at(-1)?.status;
    if (status === undefined) return;
    const { control } = simulator;
    if (what.kind === "verdict" && IN_REVIEW.has(status)) {
      const { isFieldDenied, versionStatus, registrationStatus } = what;
      const fields = isFieldDenied ? [{ FieldPath: "companyInfo.city", DeniedReason: "no such place" }] : [];
      await control.setStatus(RegistrationId, { versionStatus, registrationStatus, fields });
    }
    if (what.kind === "revoke" && status === "APPROVED") {
      await control.setStatus(RegistrationId, {
        versionStatus: "REVOKED",
        registrationStatus: what.registrationStatus,
      });
    }
    if (what.kind === "edit" && status === "DRAFT") {
      await control.setFieldValue(RegistrationId, "companyInfo.city", what.text);
    }
    // What the service does not allow does not happen.
    if (what.kind === "call") await simulator.call(what.operation, { RegistrationId }).catch(() => undefined);
    if (what.kind === "tag") {
      const { accountId } = await control.account();
      const ResourceArn = `arn:aws:sms-voice:${region}:${accountId}:registration/${RegistrationId}`;
      await simulator.call("TagResource", { ResourceArn, Tags: [{ Key: "team", Value: what.value }] });
    }
  }
});
