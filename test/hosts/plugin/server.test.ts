import assert from "node:assert/strict";
import path from "node:path";
import { type ServiceError, status } from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { fromStruct, toStruct } from "../../../provider/hosts/plugin/struct";
import { UNKNOWN_TEXT } from "../../../provider/hosts/plugin/values";
import { type Simulator, startSimulator } from "../../../simulator";
import { Engine, SECRET, urn } from "./engine";

describe("the plugin, as an engine talks to it", function () {
  this.timeout(20_000);
  let simulator: Simulator;
  let engine: Engine;
  const before_ = { ...process.env };
  before(async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" });
    simulator = await startSimulator();
    engine = await Engine.start({ region: "us-east-1", endpoint: simulator.url });
  });
  after(async () => {
    await engine?.close();
    await simulator?.close();
    process.env = before_;
  });

  const call: Engine["call"] = (method, request) => engine.call(method, request);
  const check = (type: string, news: object) =>
    call<pb.CheckResponse>("check", new pb.CheckRequest().setUrn(urn(type)).setNews(toStruct(news)));
  const create = (type: string, properties: object, preview = false) =>
    call<pb.CreateResponse>(
      "create",
      new pb.CreateRequest().setUrn(urn(type)).setProperties(toStruct(properties)).setPreview(preview),
    );
  const BRAND = { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" };

  it("takes secrets, resources and outputs as the engine writes them, and says so, whether or not hands are shaken", async () => {
    const shaken = await call<pb.ProviderHandshakeResponse>("handshake", new pb.ProviderHandshakeRequest());
    assert.deepEqual(
      [shaken.getAcceptSecrets(), shaken.getAcceptResources(), shaken.getAcceptOutputs()],
      [true, true, true],
    );
    const args = toStruct({ region: "us-east-1", endpoint: simulator.url });
    const configured = await call<pb.ConfigureResponse>("configure", new pb.ConfigureRequest().setArgs(args));
    assert.deepEqual(configured.toObject(), {
      acceptsecrets: true,
      supportspreview: true,
      acceptresources: true,
      acceptoutputs: true,
      supportsAutonamingConfiguration: false,
    });
    const reference = { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", id: "registration-1" };
    const output = { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: "phone-1" };
    const taken = await check("RegistrationAssociation", { registrationId: reference, resourceId: output });
    assert.deepEqual(taken.getFailuresList(), []);
  });

  it("gives its schema with its version", async () => {
    const answer = await call<pb.GetSchemaResponse>("getSchema", new pb.GetSchemaRequest());
    assert.match(JSON.parse(answer.getSchema()).version, /^\d+\.\d+\.\d+/);
  });

  it("answers UNIMPLEMENTED to what it does not have, but that it maps no other provider", async () => {
    for (const [method, request] of [
      ["construct", new pb.ConstructRequest()],
      ["call", new pb.CallRequest()],
      ["parameterize", new pb.ParameterizeRequest()],
    ] as const) {
      await assert.rejects(call(method, request), { code: status.UNIMPLEMENTED });
    }
    const mapping = await call<pb.GetMappingResponse>("getMapping", new pb.GetMappingRequest().setKey("terraform"));
    assert.deepEqual(mapping.toObject(), { provider: "", data: "" });
    const mappings = await call<pb.GetMappingsResponse>("getMappings", new pb.GetMappingsRequest().setKey("terraform"));
    assert.deepEqual(mappings.getProvidersList(), []);
  });

  it("tells wrong configuration by its property", async () => {
    const answer = await call<pb.CheckResponse>(
      "checkConfig",
      new pb.CheckRequest().setNews(toStruct({ retryMode: "often" })),
    );
    assert.deepEqual(
      answer.getFailuresList().map((failure) => failure.getProperty()),
      ["retryMode"],
    );
  });

  it("tells wrong types by their path, and lives on", async () => {
    const wrong = await check("RegistrationVersion", { registrationId: 7, fields: { "companyInfo.city": 7 } });
    const reasons = wrong.getFailuresList().map((failure) => failure.getReason());
    assert.ok(reasons.some((reason) => reason.startsWith("registrationId: ")));
    assert.ok(reasons.some((reason) => reason.startsWith('fields["companyInfo.city"]: ')));
    assert.deepEqual((await check("Registration", BRAND)).getFailuresList(), []);
  });

  it("refuses to write what no check has seen, by the paths of what is wrong", async () => {
    const wrong = { registrationId: 7, fields: UNKNOWN_TEXT, region: { ...SECRET, value: "canary-region" } };
    await assert.rejects(create("RegistrationVersion", wrong), ({ code, details }: ServiceError) => {
      assert.equal(code, status.INVALID_ARGUMENT);
      assert.match(details, /^fields: a value that is known is expected$/m);
      assert.match(details, /^registrationId: a string is expected, not number$/m);
      return true;
    });
  });

  it("repeats no secret, whatever is wrong with it and whoever says so", async () => {
    const canary = { ...SECRET, value: "canary" };
    const [failure] = (
      await check("RegistrationVersion", { registrationId: "registration-1", fields: {}, waitFor: canary })
    )
      .getFailuresList()
      .map((one) => one.getReason());
    assert.match(failure ?? "", /^waitFor: .* is expected, not "\(value hidden\)"$/);
    const request = new pb.InvokeRequest().setTok("sms-registrations:index:getRegistration");
    await assert.rejects(
      call("invoke", request.setArgs(toStruct({ registrationId: canary }))),
      ({ details }: ServiceError) => /^DescribeRegistrations failed \(\(value hidden\)\): /.test(details),
    );
  });

  it("refuses unknown types and what is no URN, and lives on", async () => {
    await assert.rejects(check("Nothing", {}), { code: status.NOT_FOUND });
    const broken = new pb.CheckRequest().setUrn("nonsense");
    await assert.rejects(call("check", broken), { code: status.INVALID_ARGUMENT });
    assert.deepEqual((await check("Registration", BRAND)).getFailuresList(), []);
  });

  it("makes sensitive fields secret", async () => {
    const answer = await check("RegistrationVersion", {
      registrationId: UNKNOWN_TEXT,
      fields: { "companyInfo.taxId": "123456789" },
    });
    assert.deepEqual(fromStruct(answer.getInputs()).fields, { "companyInfo.taxId": { ...SECRET, value: "123456789" } });
  });

  it("previews a creation with unknown outputs, without a call", async () => {
    const since = (await simulator.control.calls()).length;
    const answer = fromStruct((await create("Registration", BRAND, true)).getProperties());
    assert.deepEqual([answer.registrationArn, answer.registrationType], [UNKNOWN_TEXT, BRAND.registrationType]);
    assert.equal((await simulator.control.calls()).length, since);
  });

  it("imports a draft as one that is not sent to review", async () => {
    const id = (await create("Registration", BRAND)).getId();
    const read = await call<pb.ReadResponse>("read", new pb.ReadRequest().setUrn(urn("RegistrationVersion")).setId(id));
    const { submit, registrationId } = fromStruct(read.getInputs());
    assert.deepEqual([submit, registrationId], [false, id]);
    const again = await call<pb.ReadResponse>("read", new pb.ReadRequest().setUrn(urn("Registration")).setId(id));
    assert.deepEqual(fromStruct(again.getInputs()), BRAND);
  });

  it("replaces by another type, and shows which argument", async () => {
    const old = toStruct({ ...BRAND, registrationStatus: "CREATED", region: "us-east-1" });
    const request = new pb.DiffRequest().setUrn(urn("Registration")).setId("registration-1").setOlds(old);
    request.setOldInputs(toStruct(BRAND)).setNews(toStruct({ registrationType: "US_TOLL_FREE_REGISTRATION" }));
    const answer = await call<pb.DiffResponse>("diff", request);
    assert.deepEqual(answer.getReplacesList(), ["registrationType"]);
    assert.equal(answer.getDetaileddiffMap().get("registrationType")?.getKind(), pb.PropertyDiff.Kind.UPDATE_REPLACE);
  });

  for (const type of ["Registration", "RegistrationVersion", "RegistrationAttachment", "RegistrationAssociation"]) {
    it(`imports a ${type} so that nothing changes afterwards`, async () => {
      const id = await existing(type);
      const read = await call<pb.ReadResponse>("read", new pb.ReadRequest().setUrn(urn(type)).setId(id));
      assert.equal(read.getId(), id);
      const again = new pb.CheckRequest().setUrn(urn(type)).setOlds(read.getInputs()).setNews(read.getInputs());
      const checked = await call<pb.CheckResponse>("check", again);
      assert.deepEqual(
        checked.getFailuresList().map((failure) => failure.getReason()),
        [],
      );
      const request = new pb.DiffRequest().setUrn(urn(type)).setId(id).setOlds(read.getProperties());
      request.setOldInputs(read.getInputs()).setNews(checked.getInputs());
      const diff = await call<pb.DiffResponse>("diff", request);
      assert.equal(diff.getChanges(), pb.DiffResponse.DiffChanges.DIFF_NONE);
    });
  }

  /** Something that was made elsewhere. */
  async function existing(type: string): Promise<string> {
    if (type === "RegistrationAttachment") {
      const file = path.resolve(__dirname, "../../../examples/yaml-toll-free/opt-in.png");
      return (await create(type, { file, identity: "picture" })).getId();
    }
    const form = { registrationType: "US_TOLL_FREE_REGISTRATION", identity: `to import as ${type}` };
    const registrationId = (await create("Registration", form)).getId();
    if (type !== "RegistrationAssociation") return registrationId;
    const number = { phoneNumber: "+18005550100", numberType: "TOLL_FREE", region: "us-east-1" };
    const { id } = await simulator.control.addPhoneNumber(number);
    return (await create(type, { registrationId, resourceId: id })).getId();
  }

  it("leaves what the program still declares, as after a run that died between a create and its delete", async () => {
    const id = (await create("Registration", { ...BRAND, identity: "to be replaced by itself" })).getId();
    await create("Registration", { ...BRAND, identity: "takes the place of the name" });
    const name = urn("Registration").replace("::name", "::replaced");
    const state = toStruct({ ...BRAND, registrationStatus: "CREATED", region: "us-east-1" });
    const diff = new pb.DiffRequest().setUrn(name).setId(id).setOlds(state).setNews(toStruct(BRAND));
    await call("diff", diff.setOldInputs(toStruct(BRAND)));
    await call("delete", new pb.DeleteRequest().setUrn(name).setId(id).setProperties(state));
    const { registrations } = await simulator.control.account();
    assert.ok(registrations.some(({ registrationId }) => registrationId === id));
  });

  it("ends a wait with the resource's own timeout, and keeps the resource", async () => {
    const id = (await create("Registration", { ...BRAND, identity: "to time out" })).getId();
    await simulator.control.setStatus(id, { versionStatus: "REVIEWING" });
    const properties = toStruct({ registrationId: id, fields: {}, waitFor: "approved" });
    const request = new pb.CreateRequest().setUrn(urn("RegistrationVersion")).setProperties(properties).setTimeout(1);
    await assert.rejects(call("create", request), (error: ServiceError) => {
      assert.match(error.message, /raise `customTimeouts`/);
      assert.equal(error.metadata.get("grpc-status-details-bin").length, 1);
      return true;
    });
  });

  it("ends a wait within a second when it is cancelled, and keeps the resource", async () => {
    const id = (await create("Registration", { ...BRAND, identity: "to be cancelled" })).getId();
    await simulator.control.setStatus(id, { versionStatus: "REVIEWING" });
    const waiting = create("RegistrationVersion", { registrationId: id, fields: {}, waitFor: "approved" });
    const failed = assert.rejects(waiting, (error: ServiceError) => {
      assert.match(error.message, /cancelled/);
      assert.equal(error.metadata.get("grpc-status-details-bin").length, 1);
      return true;
    });
    while (!(await simulator.control.calls()).some(({ operation }) => operation === "DescribeRegistrationVersions")) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = performance.now();
    await call("cancel", new Empty());
    await failed;
    assert.ok(performance.now() - started < 1000);
  });
});
