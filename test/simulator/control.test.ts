import assert from "node:assert/strict";
import { createControl, startSimulator } from "../../simulator";
import { accountId, brand, region, simulated } from "./simulated";

describe("simulator: the control endpoint", () => {
  const simulator = simulated();
  const here = { accountId, region };

  it("lists the calls, without what they carry, from any index on", async () => {
    const RegistrationId = await simulator.registration();
    const put = { RegistrationId, FieldPath: "companyInfo.taxId", TextValue: "987654321" };
    await simulator.call("PutRegistrationFieldValue", put);
    await simulator.refusal("CreateRegistrationVersion", { RegistrationId }, { region });
    const calls = await simulator.control.calls();
    const call = { time: "2026-01-01T00:00:00.000Z", accountId, region, registrationId: RegistrationId };
    assert.deepEqual(
      calls.map(({ index, ...rest }) => rest),
      [
        { ...call, operation: "CreateRegistration", status: 200 },
        { ...call, operation: "PutRegistrationFieldValue", status: 200 },
        {
          ...call,
          operation: "CreateRegistrationVersion",
          status: 400,
          errorCode: "ConflictException",
          errorReason: "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
          explanation: "Version 1 is DRAFT: a new version needs it to be closed",
        },
      ],
    );
    assert.equal(JSON.stringify(calls).includes("987654321"), false);
    const since = calls[1]?.index;
    assert.deepEqual(await simulator.control.calls({ since }), calls.slice(1));
    await simulator.control.clearCalls();
    assert.deepEqual(await simulator.control.calls(), []);
  });

  it("dumps an account, values included", async () => {
    const { id } = await simulator.control.addPhoneNumber({
      ...here,
      phoneNumber: "+18005550100",
      numberType: "TOLL_FREE",
    });
    const senderId = await simulator.control.addSenderId({ ...here, senderId: "EXAMPLE", isoCountryCode: "ID" });
    const registrationId = await simulator.registration();
    await simulator.control.setFieldValue(registrationId, "companyInfo.city", "Seattle");
    await simulator.control.setFieldValue(registrationId, "contactInfo.vertical", ["RETAIL"]);
    await simulator.control.setFieldValue(registrationId, "companyInfo.state", "WA");
    await simulator.control.deleteFieldValue(registrationId, "companyInfo.state");
    assert.deepEqual(await simulator.control.account(), {
      ...here,
      registrations: [
        {
          registrationId,
          registrationType: brand,
          registrationStatus: "CREATED",
          currentVersionNumber: 1,
          createdAt: "2026-01-01T00:00:00.000Z",
          tags: {},
          associations: [],
          versions: [
            {
              versionNumber: 1,
              status: "DRAFT",
              statusHistory: { DraftTimestamp: "2026-01-01T00:00:00.000Z" },
              fields: { "companyInfo.city": "Seattle", "contactInfo.vertical": ["RETAIL"] },
              deniedReasons: [],
              fieldFeedback: [],
            },
          ],
        },
      ],
      attachments: [],
      phoneNumbers: [{ id, phoneNumber: "+18005550100", isoCountryCode: "US", numberType: "TOLL_FREE", tags: {} }],
      senderIds: [{ id: senderId.id, isoCountryCode: "ID", tags: {} }],
    });
  });

  it("asks which account, when it cannot know", async () => {
    await assert.rejects(simulator.control.account(), /No call has been made yet/);
    await simulator.registration();
    await simulator.registration(brand, { accessKeyId: "111122223333" });
    await assert.rejects(simulator.control.account(), /Which accountId\? There are: \d{12}, 111122223333/);
    assert.equal((await simulator.control.account({ accountId: "111122223333" })).registrations.length, 1);
  });

  it("finds registrations by their id in any region", async () => {
    const id = await simulator.registration(brand, { region: "ap-southeast-1" });
    await simulator.control.setStatus(id, { versionStatus: "DENIED" });
    assert.equal(
      (await simulator.control.account({ region: "ap-southeast-1" })).registrations[0]?.registrationStatus,
      "REQUIRES_UPDATES",
    );
    await assert.rejects(simulator.control.setStatus("registration-1", {}), /No registration registration-1/);
  });

  it("gives all settings, and changes some or none", async () => {
    const before = await simulator.control.settings();
    const after = await simulator.control.settings({ newVersion: "inherits", quotas: { TAGS_PER_RESOURCE: 3 } });
    assert.deepEqual(after, { ...before, newVersion: "inherits", quotas: { ...before.quotas, TAGS_PER_RESOURCE: 3 } });
    const wrong: [object, RegExp][] = [
      [{ newVersion: "full" }, /newVersion is one of: empty, inherits/],
      [{ latencyMs: -1 }, /latencyMs is a whole number/],
      [{ pageSize: 0 }, /pageSize is a whole number from 1 up/],
      [{ speed: 1 }, /No setting speed; there are: incompleteForm/],
      [{ newVersion: "empty", quotas: { NONE: 1 } }, /No quota NONE/],
    ];
    for (const [patch, message] of wrong) await assert.rejects(simulator.control.settings(patch), message);
    assert.deepEqual(await simulator.control.settings(), after);
  });

  it("refuses what is not there, and web pages", async () => {
    const post = async (command: string, headers: Record<string, string>) => {
      const response = await fetch(`${simulator.url}/_simulator/${command}`, { method: "POST", headers, body: "{}" });
      return [response.status, ((await response.json()) as { error?: string }).error];
    };
    const json = { "content-type": "application/json" };
    assert.match(String((await post("toString", json))[1]), /There is no command toString; there are: calls/);
    assert.deepEqual(await post("reset", { "content-type": "text/plain" }), [
      400,
      "Commands are POST requests with content-type application/json",
    ]);
    assert.deepEqual(await post("reset", { ...json, origin: "https://example.com" }), [
      400,
      "The control endpoint does not answer web pages",
    ]);
  });

  it("moves the real clock forward too", async () => {
    const real = await startSimulator({ startTime: new Date("2030-01-01T00:00:00Z") });
    const { now } = await createControl(real.url).advanceClock(60_000);
    assert.match(now, /^2030-01-01T00:01:/);
    await real.close();
  });

  it("is on loopback, as the simulator is", async () => {
    await assert.rejects(startSimulator({ host: "0.0.0.0" }), /listens on loopback only .* not on 0\.0\.0\.0/);
  });

  it("delays answers by the latency of the settings", async () => {
    await simulator.control.settings({ latencyMs: 30 });
    const startMs = performance.now();
    await simulator.call("DescribeRegistrations");
    assert.ok(performance.now() - startMs >= 29);
  });
});
