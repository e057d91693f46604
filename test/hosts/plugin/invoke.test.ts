import assert from "node:assert/strict";
import { type ServiceError, status } from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { fromStruct, toStruct } from "../../../provider/hosts/plugin/struct";
import { UNKNOWN_TEXT } from "../../../provider/hosts/plugin/values";
import { brand, simulated } from "../../simulator/simulated";
import { Engine, SECRET } from "./engine";

describe("look-ups of the plugin", function () {
  this.timeout(20_000);
  const simulator = simulated({ clock: "real", startTime: undefined });
  const environment = { ...process.env };
  let engine: Engine;
  before(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "not checked" });
  });
  beforeEach(async () => {
    engine = await Engine.start({ region: "us-east-1", endpoint: simulator.url });
  });
  afterEach(() => engine?.close());
  after(() => {
    process.env = environment;
  });

  async function invoke(name: string, args: object) {
    const request = new pb.InvokeRequest().setTok(`sms-registrations:index:${name}`).setArgs(toStruct(args));
    const answer = await engine.call<pb.InvokeResponse>("invoke", request);
    return {
      result: fromStruct(answer.getReturn()),
      failures: answer.getFailuresList().map((failure) => `${failure.getProperty()}: ${failure.getReason()}`),
    };
  }
  const calls = async () => (await simulator.control.calls()).map(({ operation, region }) => `${operation} ${region}`);

  it("tell of a registration and its versions, in the provider's region", async () => {
    const registrationId = await simulator.submitted();
    await simulator.control.clearCalls();
    const { result } = await invoke("getRegistration", { registrationId });
    assert.deepEqual([result.registrationId, result.registrationStatus], [registrationId, "SUBMITTED"]);
    const versions = await invoke("getRegistrationVersions", { registrationId, versionNumbers: [1], profile: null });
    const [version] = versions.result.registrationVersions as { status: string; versionNumber: number }[];
    assert.deepEqual([version?.status, version?.versionNumber], ["SUBMITTED", 1]);
    assert.deepEqual(await calls(), ["DescribeRegistrations us-east-1", "DescribeRegistrationVersions us-east-1"]);
  });

  it("tell of types, sections and fields, where an argument says so", async () => {
    const region = "eu-west-1";
    const types = await invoke("getRegistrationTypes", { registrationTypes: [brand], region });
    assert.equal((types.result.registrationTypeDefinitions as object[]).length, 1);
    const sections = await invoke("getRegistrationSectionDefinitions", { registrationType: brand, region });
    assert.ok((sections.result.registrationSectionDefinitions as object[]).length > 1);
    const fields = await invoke("getRegistrationFieldDefinitions", {
      registrationType: brand,
      fieldPaths: ["companyInfo.companyName"],
      region,
    });
    const [field] = fields.result.registrationFieldDefinitions as { fieldType: string }[];
    assert.equal(field?.fieldType, "TEXT");
    assert.ok((await calls()).every((call) => call.endsWith(" eu-west-1")));
  });

  it("find by a secret what is secret", async () => {
    const registrationId = await simulator.registration();
    const { result } = await invoke("getRegistration", { registrationId: { ...SECRET, value: registrationId } });
    assert.deepEqual(result.registrationId, { ...SECRET, value: registrationId });
    assert.deepEqual(result.registrationType, { ...SECRET, value: brand });
    const versions = await invoke("getRegistrationVersions", {
      registrationId,
      statuses: [{ ...SECRET, value: "DRAFT" }],
    });
    assert.deepEqual(Object.keys(versions.result.registrationVersions as object).sort(), [
      ...Object.keys(SECRET),
      "value",
    ]);
  });

  it("find nothing by what is not known yet, without a call", async () => {
    for (const registrationId of [UNKNOWN_TEXT, { ...SECRET, value: UNKNOWN_TEXT }]) {
      assert.deepEqual(await invoke("getRegistration", { registrationId }), { result: {}, failures: [] });
    }
    assert.deepEqual(await calls(), []);
  });

  it("tell all wrong arguments by their paths, without their values and without a call", async () => {
    const wrong = {
      registrationId: ["secret-canary"],
      versionNumbers: [1, 0, "secret-canary"],
      statuses: 7,
      status: 1,
    };
    const { failures } = await invoke("getRegistrationVersions", wrong);
    assert.deepEqual(failures, [
      "status: there is no such argument; there are registrationId, versionNumbers, statuses, region, profile",
      "registrationId: the id or ARN of a registration, as text, is expected",
      "versionNumbers[1]: a whole number from 1 on is expected",
      "versionNumbers[2]: a whole number from 1 on is expected",
      "statuses: a list of texts is expected",
    ]);
    assert.deepEqual((await invoke("getRegistration", {})).failures, [
      "registrationId: the id or ARN of a registration, as text, is expected",
    ]);
    assert.deepEqual(await calls(), []);
  });

  it("fail with the sentence that programs in TypeScript see", async () => {
    await assert.rejects(invoke("getRegistration", { registrationId: "registration-none" }), (error: ServiceError) => {
      assert.equal(error.code, status.UNKNOWN);
      assert.match(error.details, /^DescribeRegistrations failed \(registration-none\): .*Check the registration's id/);
      return true;
    });
  });

  it("name the functions that there are instead of one that there is not", async () => {
    for (const name of ["getNothing", "toString", "__proto__"]) {
      await assert.rejects(invoke(name, {}), (error: ServiceError) => {
        assert.equal(error.code, status.NOT_FOUND);
        assert.match(error.details, /sms-registrations:index:getRegistration, .*:getRegistrationFieldDefinitions$/);
        return true;
      });
    }
  });
});
