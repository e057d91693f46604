import assert from "node:assert/strict";
import { brand, simulated } from "./simulated";

describe("simulator: rates of calls", () => {
  const simulator = simulated();
  /** Which of the operations, called one after the other, are let in. */
  async function admitted(operations: string[], region?: string): Promise<boolean[]> {
    const answers = operations.map(async (operation) => {
      const request = operation === "CreateRegistration" ? { RegistrationType: brand } : {};
      const { status, body } = await simulator.send(operation, JSON.stringify(request), { region });
      if (status !== 200) assert.match(String(body.__type), /#ThrottlingException$/);
      return status === 200;
    });
    return Promise.all(answers);
  }
  const times = (count: number, operation = "DescribeRegistrations") => Array<string>(count).fill(operation);
  const letIn = async (operations: string[], region?: string) =>
    (await admitted(operations, region)).filter(Boolean).length;

  it("are not limited unless a test says so", async () => {
    assert.equal(await letIn(times(50)), 50);
  });

  it("let in a second's calls at once, and then as many as time allows", async () => {
    await simulator.control.settings({ callsPerSecond: 3 });
    assert.equal(await letIn(times(5)), 3);
    await simulator.control.advanceClock(333);
    assert.equal(await letIn(times(1)), 0);
    await simulator.control.advanceClock(1);
    assert.equal(await letIn(times(2)), 1);
    await simulator.control.advanceClock(60_000);
    assert.equal(await letIn(times(5)), 3);
  });

  it("are of all operations together, or of each by itself, in an account and region", async () => {
    await simulator.control.settings({ callsPerSecond: 2 });
    assert.equal(await letIn(["DescribeRegistrations", "CreateRegistration", "DescribeRegistrationAttachments"]), 2);
    assert.equal(await letIn(times(3), "eu-west-1"), 2);
    await simulator.control.settings({ callsPerSecond: null, callsPerSecondPerOperation: 1 });
    assert.deepEqual(await admitted(["DescribeRegistrations", "DescribeRegistrations", "CreateRegistration"]), [
      true,
      false,
      true,
    ]);
  });

  it("hold both where both are given, and a call that is refused takes nothing", async () => {
    await simulator.control.settings({ callsPerSecond: 3, callsPerSecondPerOperation: 1 });
    assert.equal(await letIn(times(5)), 1);
    assert.equal(await letIn(["CreateRegistration", "DescribeRegistrationAttachments"]), 2);
  });

  it("refuse before anything happens, and say so in the log", async () => {
    await simulator.control.settings({ callsPerSecondPerOperation: 1 });
    assert.equal(await letIn(times(3, "CreateRegistration")), 1);
    assert.equal((await simulator.control.account()).registrations.length, 1);
    assert.deepEqual(
      (await simulator.control.calls()).map(({ status, errorCode }) => [status, errorCode]),
      [
        [200, undefined],
        [400, "ThrottlingException"],
        [400, "ThrottlingException"],
      ],
    );
  });

  it("end with null, and with a reset", async () => {
    await simulator.control.settings({ callsPerSecond: 1 });
    assert.equal(await letIn(times(2)), 1);
    await simulator.control.settings({ callsPerSecond: null });
    assert.equal(await letIn(times(2)), 2);
    await simulator.control.settings({ callsPerSecond: 1 });
    await simulator.control.reset();
    assert.equal(await letIn(times(2)), 2);
  });

  it("are whole numbers from 1 up", async () => {
    for (const callsPerSecond of [0, -1, 0.5]) {
      await assert.rejects(
        simulator.control.settings({ callsPerSecond }),
        /callsPerSecond is a whole number from 1 up/,
      );
    }
    await assert.rejects(
      simulator.control.settings({ callsPerSecondPerOperation: 0 }),
      /callsPerSecondPerOperation is a whole/,
    );
  });
});
