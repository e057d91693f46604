import assert from "node:assert/strict";
import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { after, afterEach, before, describe, it } from "mocha";
import { type Served, serve } from "../../provider/hosts/plugin/server";
import { fromStruct, toStruct } from "../../provider/hosts/plugin/struct";
import { type Simulator, startSimulator } from "../../simulator";
import { startProcess } from "../proof/process";

const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const URN = "urn:pulumi:test::project::sms-registrations:index:RegistrationVersion::name";
/** As long as `__proto__`, which a message cannot be made with. */
const STAND_IN = "__pr0t0__";
const ODD = '{ "__proto__": "a", "constructor": "b", "prototype": "c", "toString": "d" }';
const ODD_NAMES = ["__proto__", "constructor", "prototype", "toString"];

describe("names that an object has by itself", function () {
  this.timeout(20_000);
  let simulator: Simulator;
  let served: Served;
  let client: Client;
  const before_ = { ...process.env };
  before(async () => {
    simulator = await startSimulator();
    served = await serve();
    client = new Client(`127.0.0.1:${served.port}`, credentials.createInsecure());
  });
  after(async () => {
    client?.close();
    await served?.close();
    await simulator?.close();
    process.env = before_;
  });
  const untouched = Object.getOwnPropertyNames(Object.prototype);
  afterEach(() => {
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), untouched);
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it("are field paths and tag keys like others to the dynamic host, from program to service and back", async () => {
    const { Registration, RegistrationVersion } = await startProcess({ endpoint: simulator.url });
    const tags = JSON.parse(ODD);
    const { id, outs } = await Registration.create({ registrationType: BRAND, identity: "odd", tags });
    const [registration] = (await simulator.control.account()).registrations;
    assert.deepEqual(Object.entries(registration?.tags ?? {}).sort(), Object.entries(tags).sort());
    assert.deepEqual(Object.keys(outs?.tags as object).sort(), [...ODD_NAMES].sort());

    const inputs = { registrationId: id, registrationType: BRAND, fields: JSON.parse(ODD) };
    const { failures = [] } = await RegistrationVersion.check({}, inputs);
    const told = failures.map(({ reason }) => reason).join("\n");
    for (const name of ODD_NAMES) assert.match(told, new RegExp(`fields(\\.${name}|\\["${name}"\\])`));

    for (const name of ODD_NAMES) await simulator.control.setFieldValue(id, name, "odd");
    const later = await startProcess({ endpoint: simulator.url });
    const { inputs: found, props } = await later.RegistrationVersion.read(id, { registrationId: id });
    for (const fields of [found?.fields, props?.fields])
      assert.deepEqual(Object.keys(fields as object).sort(), [...ODD_NAMES].sort());
  });

  it("are no arguments of the dynamic host that would change anything", async () => {
    const { RegistrationVersion } = await startProcess({ endpoint: simulator.url });
    const inputs = JSON.parse(
      `{ "registrationId": "registration-1", "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }`,
    );
    await RegistrationVersion.check({}, { ...inputs, fields: { a: "1" }, validation: "off" });
    await RegistrationVersion.diff("registration-1", inputs, inputs);
  });

  /** Sends a check whose stand-ins are `__proto__` on the wire. */
  function check(properties: object): Promise<pb.CheckResponse> {
    const request = new pb.CheckRequest().setUrn(URN).setNews(toStruct(properties));
    const wire = Buffer.from(request.serializeBinary()).toString("latin1").replaceAll(STAND_IN, "__proto__");
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        "/pulumirpc.ResourceProvider/Check",
        (bytes: Buffer) => bytes,
        (bytes: Buffer) => pb.CheckResponse.deserializeBinary(bytes),
        Buffer.from(wire, "latin1"),
        (error: ServiceError | null, answer?: pb.CheckResponse) => (answer ? resolve(answer) : reject(error)),
      );
    });
  }

  for (const [where, properties] of [
    ["field path", { fields: { [STAND_IN]: "x" }, validation: "off" }],
    ["tag key", { tags: { [STAND_IN]: "x" } }],
    ["argument", { [STAND_IN]: { polluted: 1 } }],
  ] as const) {
    it(`are refused by the plugin where they would be lost: __proto__ as a ${where}`, async () => {
      const registrationId = "registration-1";
      const reasons = (await check({ registrationId, ...properties })).getFailuresList().map((one) => one.getReason());
      assert.ok(
        reasons.some((reason) => reason.startsWith('a key is "__proto__"')),
        reasons.join(),
      );
      const text = await check({ registrationId, fields: { text: STAND_IN }, validation: "off" });
      assert.deepEqual(text.getFailuresList(), []);
    });
  }

  it("are field paths like others to the plugin", async () => {
    const fields = { constructor: "b", prototype: "c", toString: "d" };
    const answer = await check({ registrationId: "registration-1", fields, validation: "off" });
    assert.deepEqual(fromStruct(answer.getInputs()).fields, fields);
  });

  it("are values like others to the simulator, in requests and in the commands that drive it", async () => {
    const send = (path: string, body: string, headers: object = {}) =>
      fetch(`${simulator.url}${path}`, { method: "POST", body, headers: { ...headers } });
    const hostile = '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }';
    for (const command of [
      "settings",
      "review",
      "defaultReview",
      "setStatus",
      "faults",
      "account",
      "setFieldValue",
      "__proto__",
      "constructor",
    ]) {
      await send(`/_simulator/${command}`, hostile);
    }
    await simulator.control
      .defineField(BRAND, { FieldPath: "__proto__", SectionPath: "constructor" } as never)
      .catch(() => {});
    const authorization =
      "AWS4-HMAC-SHA256 Credential=AKIAPROOFEXAMPLE/20260101/us-east-1/sms-voice/aws4_request, SignedHeaders=host, Signature=0";
    for (const operation of ["CreateRegistration", "PutRegistrationFieldValue", "TagResource", "__proto__"]) {
      const headers = {
        "x-amz-target": `PinpointSMSVoiceV2.${operation}`,
        "content-type": "application/x-amz-json-1.0",
        authorization,
      };
      const { status } = await send("/", hostile, headers);
      assert.ok(status >= 400 && status < 500, `${operation}: ${status}`);
    }
  });
});
