import assert from "node:assert/strict";
import type { FaultRule } from "../../simulator";
import { brand, simulated } from "./simulated";

describe("simulator: faults on purpose", () => {
  const simulator = simulated();
  const create = () => simulator.call("CreateRegistration", { RegistrationType: brand });
  const count = async () => (await simulator.call<{ Registrations: [] }>("DescribeRegistrations")).Registrations.length;

  const losses: [name: string, fault: FaultRule["fault"], left: number][] = [
    ["the connection is reset before the effect", { kind: "lose", when: "before" }, 0],
    ["the connection is reset after the effect", { kind: "lose" }, 1],
    ["the answer is cut in the middle", { kind: "truncated" }, 1],
    ["the answer is not JSON", { kind: "malformed" }, 1],
  ];
  for (const [name, fault, left] of losses) {
    it(`${name}: ${left} made`, async () => {
      await simulator.control.faults([{ operation: "CreateRegistration", fault }]);
      await assert.rejects(create(), (error) => error instanceof TypeError || error instanceof SyntaxError);
      assert.equal(await count(), left);
      await create();
      assert.equal(await count(), left + 1);
    });
  }

  for (const when of ["before", "after"] as const) {
    it(`the service refuses ${when} the effect, with any of its errors`, async () => {
      const fault = { kind: "refuse", code: "InternalServerException", when } as const;
      await simulator.control.faults([{ operation: "CreateRegistration", fault }]);
      const { code } = await simulator.refusal("CreateRegistration", { RegistrationType: brand });
      assert.equal(code, "InternalServerException");
      assert.equal(await count(), when === "after" ? 1 : 0);
      assert.equal((await simulator.control.calls())[0]?.errorCode, "InternalServerException");
    });
  }

  it("an error carries its reason", async () => {
    const refusals = [
      ["ServiceQuotaExceededException", "REGISTRATIONS_PER_ACCOUNT"],
      ["AccessDeniedException", "INSUFFICIENT_ACCOUNT_REPUTATION"],
    ] as const;
    await simulator.control.faults(
      refusals.map(([code, reason], index) => ({ nth: index + 1, fault: { kind: "refuse", code, reason } })),
    );
    for (const [code, Reason] of refusals) {
      assert.deepEqual(await simulator.refusal("CreateRegistration", { RegistrationType: brand }), { code, Reason });
    }
  });

  it("hits the n-th matching call and so many after it, of its operation and region, and tells which", async () => {
    const fault = { kind: "refuse", code: "ThrottlingException" } as const;
    await simulator.control.faults([
      { operation: "DescribeRegistrations", nth: 2, times: 2, fault },
      { region: "eu-west-1", times: "always", fault },
    ]);
    const ask = async (region?: string) =>
      (await simulator.send("DescribeRegistrations", "{}", region ? { region } : undefined)).status;
    assert.deepEqual([await ask(), await ask(), await ask(), await ask()], [200, 400, 400, 200]);
    assert.deepEqual([await ask("eu-west-1"), await ask("eu-west-1")], [400, 400]);
    const fired = await simulator.control.firedFaults();
    assert.deepEqual(
      fired.map(({ rule, nth, region }) => [rule, nth, region]),
      [
        [0, 2, "us-east-1"],
        [0, 3, "us-east-1"],
        [1, 1, "eu-west-1"],
        [1, 2, "eu-west-1"],
      ],
    );
    await simulator.control.clearFaults();
    assert.deepEqual([await ask(), await ask("eu-west-1")], [200, 200]);
  });

  it("ends after its time on the simulator's clock, and with a reset", async () => {
    const rule: FaultRule = { times: "always", fault: { kind: "refuse", code: "ThrottlingException" } };
    await simulator.control.faults([{ ...rule, forMs: 1000 }]);
    await assert.rejects(create());
    await simulator.control.advanceClock(1000);
    await create();
    await simulator.control.faults([rule]);
    await simulator.control.reset();
    await create();
  });

  it("a stale read has not heard of the last writes; a write has", async () => {
    const RegistrationId = await simulator.registration();
    const stale = { kind: "stale", writes: 2 } as const;
    await simulator.control.faults([{ operation: "DescribeRegistrationFieldValues", times: 1, fault: stale }]);
    const put = (FieldPath: string) =>
      simulator.call("PutRegistrationFieldValue", { RegistrationId, FieldPath, TextValue: "Seattle" });
    await put("companyInfo.city");
    await put("companyInfo.address");
    await put("contactInfo.dbaName");
    const read = async () => {
      type Values = { RegistrationFieldValues: { FieldPath: string }[] };
      const answer = await simulator.call<Values>("DescribeRegistrationFieldValues", { RegistrationId });
      return answer.RegistrationFieldValues.map(({ FieldPath }) => FieldPath).sort();
    };
    assert.deepEqual(await read(), ["companyInfo.city"]);
    assert.deepEqual(await read(), ["companyInfo.address", "companyInfo.city", "contactInfo.dbaName"]);
  });

  it("the clock jumps, and the Date of the answers with it", async () => {
    await simulator.control.faults([{ operation: "CreateRegistration", fault: { kind: "clock", ms: 86_400_000 } }]);
    const body = JSON.stringify({ RegistrationType: brand });
    const answer = await simulator.send("CreateRegistration", body);
    assert.equal(answer.body.CreatedTimestamp, Date.parse("2026-01-02T00:00:00Z") / 1000);
    assert.equal(answer.headers.get("date"), "Fri, 02 Jan 2026 00:00:00 GMT");
  });

  it("an answer is late, or never comes", async () => {
    await simulator.control.faults([
      { operation: "DescribeRegistrations", fault: { kind: "delay", ms: 60 } },
      { operation: "CreateRegistration", fault: { kind: "hang" } },
    ]);
    const startedMs = performance.now();
    assert.equal(await count(), 0);
    assert.ok(performance.now() - startedMs >= 55);
    const late = new Promise((resolve) => setTimeout(() => resolve("nothing"), 100));
    assert.equal(await Promise.race([create().catch(() => "ended"), late]), "nothing");
    assert.equal(await count(), 1);
  });

  for (const [fault, problem] of [
    [{ kind: "fire" }, /kind is one of: refuse, lose, hang/],
    [{ kind: "refuse", code: "NoException" }, /code is one of/],
    [{ kind: "lose", when: "during" }, /when is before or after/],
    [{ kind: "delay" }, /ms is a whole number from 0 up/],
  ] as const) {
    it(`refuses ${JSON.stringify(fault)}`, async () => {
      await assert.rejects(simulator.control.faults([{ fault } as unknown as FaultRule]), problem);
    });
  }
});
