import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createControl, type Simulator, startSimulator } from "../../simulator";
import { accountId, brand, send, start } from "./simulated";

describe("simulator: a state file", () => {
  let folder: string;
  let stateFile: string;
  const open: Simulator[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "simulator-"));
    stateFile = join(folder, "state.json");
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((simulator) => simulator.close()));
    rmSync(folder, { recursive: true });
  });
  async function simulator(): Promise<Simulator> {
    const started = await startSimulator({ stateFile, clock: "virtual", startTime: start });
    open.push(started);
    return started;
  }
  async function create({ url }: { url: string }): Promise<string> {
    const { body } = await send(url, "CreateRegistration", JSON.stringify({ RegistrationType: brand }));
    return String(body.RegistrationId);
  }
  async function ids({ url }: { url: string }): Promise<string[]> {
    const { body } = await send(url, "DescribeRegistrations", "{}");
    return (body.Registrations as { RegistrationId: string }[]).map(({ RegistrationId }) => RegistrationId);
  }

  it("brings everything back after a restart: values, scripts, settings and the clock", async () => {
    const first = await simulator();
    const id = await create(first);
    await first.control.setFieldValue(id, "__proto__", "odd");
    await first.control.review(id, [{ status: "REVIEWING", afterMs: 1000 }]);
    await first.control.settings({ incompleteForm: "deny", newVersion: "inherits" });
    await first.control.advanceClock(60_000);
    const before = [await first.control.account(), await first.control.settings()];
    await first.close();
    const second = await simulator();
    assert.deepEqual([await second.control.account(), await second.control.settings()], before);
    assert.deepEqual(await second.control.advanceClock(0), { now: "2026-01-01T00:01:00.000Z" });
  });

  it("is for its owner only, and the only file left", async () => {
    await create(await simulator());
    assert.equal(statSync(stateFile).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(folder), ["state.json"]);
  });

  it("is not written by reads that change nothing", async () => {
    const one = await simulator();
    await create(one);
    const { mtimeNs, ino } = statSync(stateFile, { bigint: true });
    await ids(one);
    const after = statSync(stateFile, { bigint: true });
    assert.deepEqual([after.mtimeNs, after.ino], [mtimeNs, ino]);
  });

  it("is one account for two simulators, whoever writes", async () => {
    const [one, two] = [await simulator(), await simulator()];
    const created: string[] = [];
    await Promise.all(
      [one, two].flatMap((simulator) => Array.from({ length: 20 }, async () => created.push(await create(simulator)))),
    );
    assert.equal(new Set(created).size, 40);
    assert.deepEqual((await ids(one)).sort(), created.sort());
    assert.deepEqual(await ids(two), await ids(one));
  });

  it("that is something else is refused, and left as it is", async () => {
    for (const text of ["{}", "[]", "not JSON", '{"format":"other"}']) {
      writeFileSync(stateFile, text);
      await assert.rejects(simulator(), /it is not a state file\. Move it away/);
      assert.equal(readFileSync(stateFile, "utf8"), text);
    }
  });

  it("is freed from the lock of a process that has ended", async () => {
    const one = await simulator();
    const ended = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(ended, "exit");
    writeFileSync(`${stateFile}.lock`, `${ended.pid} ${hostname()} token`);
    await create(one);
    assert.deepEqual(readdirSync(folder), ["state.json"]);
  });

  describe("in the hands of the command", () => {
    const main = join(__dirname, "../../commands/main.ts");
    const running: ChildProcess[] = [];
    afterEach(() => {
      for (const child of running.splice(0)) child.kill("SIGKILL");
    });
    async function command(...args: string[]) {
      const child = spawn(process.execPath, ["-r", "ts-node/register", main, "simulator", ...args], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      running.push(child);
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const printed = [(await lines.next()).value, (await lines.next()).value];
      return { child, printed, url: String(printed[1]).split("=")[1] ?? "" };
    }

    it("prints where it is, and ends when it is told to", async () => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) {
        const { child, printed, url } = await command("--port", "0");
        assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
        assert.deepEqual(printed, [
          `Simulator of AWS End User Messaging SMS registrations: ${url}`,
          `export AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=${url}`,
        ]);
        await create({ url });
        child.kill(signal);
        assert.deepEqual(await once(child, "exit"), [0, null]);
      }
    }).timeout(60_000);

    it("loses nothing that was answered when it is killed", async () => {
      const { child, url } = await command("--state", stateFile);
      const answered = await Promise.all(Array.from({ length: 5 }, () => create({ url })));
      child.kill("SIGKILL");
      await once(child, "exit");
      const again = await startSimulator({ stateFile });
      open.push(again);
      const { registrations } = await createControl(again.url).account({ accountId });
      assert.deepEqual(registrations.map(({ registrationId }) => registrationId).sort(), answered.sort());
    }).timeout(60_000);
  });
});
