import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServiceError } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import * as sms from "../../provider";
import { fromStruct, toStruct } from "../../provider/hosts/plugin/struct";
import { playSts } from "../aws/sts";
import { simulated } from "../simulator/simulated";
import { Engine, SECRET } from "./plugin/engine";

const OTHER_ACCOUNT = "210987654321";
const assumeRoleArn = `arn:aws:iam::${OTHER_ACCOUNT}:role/messaging`;
const assumeRoleExternalId = "canary-external-id";

describe("a role to assume", function () {
  this.timeout(20_000);
  const simulator = simulated({ clock: "real", startTime: undefined });
  const environment = { ...process.env };
  let sts: Awaited<ReturnType<typeof playSts>>;
  let registrationId: string;
  beforeEach(async () => {
    sts = await playSts();
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "not checked",
      AWS_ENDPOINT_URL_STS: sts.url,
    });
    registrationId = await simulator.registration(undefined, { accessKeyId: OTHER_ACCOUNT, region: "eu-west-1" });
  });
  afterEach(() => {
    sts?.close();
    pulumi.runtime.setAllConfig({});
    process.env = { ...environment };
  });
  /** Clients are kept by their settings: other settings for each test. */
  const settings = (others: object = {}) => ({
    endpoint: simulator.url,
    region: "eu-west-1",
    assumeRoleArn,
    ...others,
  });

  it("is assumed by the credentials in use, once for all calls, by both hosts", async () => {
    const role = settings({ assumeRoleSessionName: "both", assumeRoleExternalId, assumeRoleDuration: "30m" });
    const config = Object.entries(role).map(([name, value]) => [`sms-registrations:${name}`, String(value)]);
    pulumi.runtime.setAllConfig(Object.fromEntries(config), ["sms-registrations:assumeRoleExternalId"]);
    const found = await Promise.all([sms.getRegistration({ registrationId }), sms.getRegistration({ registrationId })]);
    assert.ok(found.every(({ registrationArn }) => registrationArn.includes(`:${OTHER_ACCOUNT}:`)));
    const engine = await Engine.start({ ...role, assumeRoleExternalId: { ...SECRET, value: assumeRoleExternalId } });
    try {
      const request = new pb.InvokeRequest().setTok("sms-registrations:index:getRegistration");
      const answer = await engine.call<pb.InvokeResponse>(
        "invoke",
        request.setArgs(toStruct({ registrationId, region: "eu-west-1" })),
      );
      assert.equal(fromStruct(answer.getReturn()).registrationArn, found[0]?.registrationArn);
    } finally {
      await engine.close();
    }
    assert.equal(sts.assumed.length, 1);
    const [{ parameters, ...who } = { parameters: {} }] = sts.assumed;
    assert.deepEqual(who, { accessKeyId: "AKIDEXAMPLE", region: "eu-west-1" });
    assert.deepEqual(parameters, {
      Action: "AssumeRole",
      DurationSeconds: "1800",
      ExternalId: assumeRoleExternalId,
      RoleArn: assumeRoleArn,
      RoleSessionName: "both",
      Version: "2011-06-15",
    });
  });

  it("is assumed by the profile that is configured, before what the environment says", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "sms-registrations-role-"));
    try {
      const file = path.join(folder, "credentials");
      writeFileSync(file, "[messaging]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = not checked\n");
      process.env.AWS_SHARED_CREDENTIALS_FILE = file;
      const role = Object.entries(settings({ profile: "messaging" }));
      pulumi.runtime.setAllConfig(Object.fromEntries(role.map(([name, of]) => [`sms-registrations:${name}`, of])));
      await sms.getRegistration({ registrationId });
      const [{ accessKeyId, parameters } = { accessKeyId: "", parameters: {} as Record<string, string> }] = sts.assumed;
      assert.deepEqual([accessKeyId, parameters.RoleSessionName], ["AKIDPROFILE", "pulumi-sms-registrations"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("that is not given says why and what to do, without the external id", async () => {
    sts.refuse(`User: arn:aws:iam::123456789012:user/me may not sts:AssumeRole with ${assumeRoleExternalId}`);
    const engine = await Engine.start(settings({ assumeRoleSessionName: "refused", assumeRoleExternalId }));
    try {
      const request = new pb.InvokeRequest().setTok("sms-registrations:index:getRegistration");
      const asked = engine.call("invoke", request.setArgs(toStruct({ registrationId })));
      await assert.rejects(asked, ({ details }: ServiceError) => {
        assert.equal(
          details,
          `DescribeRegistrations failed (${registrationId}): ${assumeRoleArn} cannot be assumed: AccessDenied: ` +
            "User: arn:aws:iam::123456789012:user/me may not sts:AssumeRole with (value hidden) (AssumeRoleError). " +
            "Allow sts:AssumeRole on the role for the credentials in use, let the role trust them, and compare " +
            "`sms-registrations:assumeRoleExternalId` and `sms-registrations:assumeRoleDuration` with what the role asks for.",
        );
        return true;
      });
    } finally {
      await engine.close();
    }
  });

  it("has an external id that stays secret in the state of a provider, however it was written", async () => {
    const engine = await Engine.start();
    try {
      const news = toStruct({ assumeRoleArn, assumeRoleExternalId });
      const checked = await engine.call<pb.CheckResponse>("checkConfig", new pb.CheckRequest().setNews(news));
      assert.deepEqual(checked.getFailuresList(), []);
      assert.deepEqual(fromStruct(checked.getInputs()), {
        assumeRoleArn,
        assumeRoleExternalId: { ...SECRET, value: assumeRoleExternalId },
      });
    } finally {
      await engine.close();
    }
  });
});
