import assert from "node:assert/strict";
import { join } from "node:path";
import { type Simulator, startSimulator } from "../../../simulator";
import { operations } from "../../../simulator/operations";
import { start } from "../simulated";
import { type Python, pythonFor } from "./python";

interface Line {
  operation: string;
}
interface Tried extends Line {
  what: string;
  good: boolean;
  problems: string[];
}
interface Compared extends Line {
  requests: number;
  bad: number;
  differences: object[];
}

describe("simulator, for clients that we did not write", function () {
  this.timeout(300_000);
  let python: Python;
  let simulator: Simulator | undefined;
  before(async function () {
    python = await pythonFor(this);
    simulator = await startSimulator({ clock: "virtual", startTime: start });
  });
  after(async () => {
    await simulator?.close();
    python?.remove();
  });

  async function lines<T extends Line>(script: string, ...args: string[]): Promise<Map<string, T[]>> {
    assert.ok(simulator);
    await simulator.control.reset();
    await simulator.control.settings({ unknownMembers: "refuse" });
    const { code, stdout, stderr } = await python.run([join(__dirname, script), simulator.url, ...args]);
    assert.equal(code, 0, stderr);
    const found = new Map<string, T[]>();
    for (const text of stdout.trim().split("\n")) {
      const line = JSON.parse(text) as T;
      found.set(line.operation, [...(found.get(line.operation) ?? []), line]);
    }
    return found;
  }

  describe("boto3", () => {
    let tried: Map<string, Tried[]>;
    before(async () => {
      tried = await lines("every_operation.py");
    });
    for (const operation of operations.keys()) {
      it(`${operation}: good and bad input get the expected answers, all of them as the model says`, () => {
        const calls = tried.get(operation) ?? [];
        const failed = calls.filter(({ problems }) => problems.length > 0);
        assert.deepEqual(failed, []);
        assert.deepEqual([calls.some(({ good }) => good), calls.some(({ good }) => !good)], [true, true]);
      });
    }
  });

  describe("the model of botocore", () => {
    let compared: Map<string, Compared[]>;
    before(async () => {
      compared = await lines("oracle.py", [...operations.keys()].join(","));
    });
    for (const operation of operations.keys()) {
      it(`${operation}: allows and refuses the same requests`, () => {
        const [{ requests, bad, differences } = { requests: 0, bad: 0, differences: [] }] =
          compared.get(operation) ?? [];
        assert.deepEqual(differences, []);
        assert.ok(bad > 5 && requests > bad, `${requests} requests, ${bad} of them bad`);
      });
    }
  });
});
