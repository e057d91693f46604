import assert from "node:assert/strict";
import { request } from "node:http";
import { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { accountId, arn, brand, key, simulated, start, startSeconds } from "./simulated";

describe("simulator: the wire", () => {
  const simulator = simulated();

  it("answers AWS JSON 1.0 with a request id and the date", async () => {
    const { status, headers, body } = await simulator.send(
      "CreateRegistration",
      JSON.stringify({ RegistrationType: brand }),
    );
    const RegistrationId = String(body.RegistrationId);
    assert.match(RegistrationId, /^registration-[0-9a-f]{32}$/);
    assert.deepEqual(
      { status, type: headers.get("content-type"), body },
      {
        status: 200,
        type: "application/x-amz-json-1.0",
        body: {
          RegistrationArn: arn("registration", RegistrationId),
          RegistrationId,
          RegistrationType: brand,
          RegistrationStatus: "CREATED",
          CurrentVersionNumber: 1,
          CreatedTimestamp: startSeconds,
          Tags: [],
        },
      },
    );
    assert.match(headers.get("x-amzn-requestid") ?? "", /^[0-9a-f-]{36}$/);
    assert.ok(Date.parse(headers.get("date") ?? ""));
  });

  it("names an error in its body and in a header", async () => {
    const { status, headers, body } = await simulator.send(
      "DescribeRegistrations",
      '{"RegistrationIds":["registration-1"]}',
    );
    assert.equal(status, 400);
    assert.equal(headers.get("x-amzn-errortype"), "ResourceNotFoundException");
    assert.deepEqual(body, {
      __type: "com.amazonaws.pinpointsmsvoicev2#ResourceNotFoundException",
      Message: "The registration registration-1 does not exist in this account and region",
      ResourceType: "registration",
      ResourceId: "registration-1",
    });
  });

  const signature = `Signature=${"0".repeat(64)}`;
  const credential = "Credential=AKID/20260101/us-east-1/sms-voice/aws4_request";
  const headers: [string, string, string][] = [
    ["that is not SigV4", "Basic Og==", "IncompleteSignatureException"],
    ["without credential", `AWS4-HMAC-SHA256 SignedHeaders=host, ${signature}`, "IncompleteSignatureException"],
    ["without signed headers", `AWS4-HMAC-SHA256 ${credential}, ${signature}`, "IncompleteSignatureException"],
    ["without signature", `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host`, "IncompleteSignatureException"],
    [
      "with a short signature",
      `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=12`,
      "IncompleteSignatureException",
    ],
    [
      "with a scope that lacks the region",
      `AWS4-HMAC-SHA256 Credential=AKID/20260101/sms-voice/aws4_request, SignedHeaders=host, ${signature}`,
      "IncompleteSignatureException",
    ],
    [
      "for another service",
      `AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, ${signature}`,
      "InvalidSignatureException",
    ],
  ];
  for (const [name, authorization, code] of headers) {
    it(`refuses an Authorization header ${name}`, async () => {
      assert.deepEqual(await simulator.refusal("DescribeRegistrations", {}, { headers: { authorization } }), { code });
    });
  }

  it("refuses a request that is not signed", async () => {
    const response = await fetch(simulator.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "PinpointSMSVoiceV2.DescribeRegistrations",
      },
      body: "{}",
    });
    assert.equal(response.headers.get("x-amzn-errortype"), "MissingAuthenticationTokenException");
  });

  it("refuses what is not JSON, not AWS JSON, or no operation", async () => {
    const bad = await simulator.send("DescribeRegistrations", "{");
    assert.equal(bad.body.__type, "com.amazonaws.pinpointsmsvoicev2#SerializationException");
    const otherType = { headers: { "content-type": "application/json" } };
    assert.deepEqual(await simulator.refusal("DescribeRegistrations", {}, otherType), {
      code: "UnknownOperationException",
    });
    for (const operation of ["SendTextMessage", "__proto__", "constructor", ""]) {
      assert.deepEqual(await simulator.refusal(operation), { code: "UnknownOperationException" });
    }
  });

  it("does not read more than 10 MiB", async () => {
    const refused = await new Promise((resolve, reject) => {
      const { port } = new URL(simulator.url);
      const big = request({ port, method: "POST", headers: { "content-length": 200 * 1024 * 1024 } }, (response) => {
        resolve({ status: response.statusCode, type: response.headers["x-amzn-errortype"] });
        big.destroy();
      });
      big.on("error", reject);
      big.write(Buffer.alloc(11 * 1024 * 1024));
    });
    assert.deepEqual(refused, { status: 413, type: "RequestEntityTooLargeException" });
  });

  it("keeps regions apart, and accounts by their access key", async () => {
    const there = { region: "eu-west-1" };
    const RegistrationId = await simulator.registration(brand, there);
    const notFound = { code: "ResourceNotFoundException", ResourceType: "registration", ResourceId: RegistrationId };
    assert.deepEqual(await simulator.refusal("DescribeRegistrationVersions", { RegistrationId }), notFound);
    const elsewhere = { ...there, accessKeyId: "AKIDOTHER" };
    assert.deepEqual(await simulator.refusal("DescribeRegistrationVersions", { RegistrationId }, elsewhere), notFound);
    assert.deepEqual(await simulator.call("DescribeRegistrations", {}, elsewhere), { Registrations: [] });
    const { Registrations } = await simulator.call<{ Registrations: object[] }>("DescribeRegistrations", {}, there);
    assert.equal(Registrations.length, 1);
    const byArn = { RegistrationId: arn("registration", RegistrationId, "eu-west-1") };
    assert.equal((await simulator.call("DescribeRegistrationVersions", byArn, there)).RegistrationId, RegistrationId);
  });

  it("takes an access key of twelve digits as the account id", async () => {
    const { RegistrationArn } = await simulator.call(
      "CreateRegistration",
      { RegistrationType: brand },
      { accessKeyId: "111122223333" },
    );
    assert.match(String(RegistrationArn), /^arn:aws:sms-voice:us-east-1:111122223333:registration\//);
  });

  it("speaks with the AWS SDK for JavaScript", async () => {
    const credentials = { accessKeyId: key, secretAccessKey: "secret" };
    const client = new PinpointSMSVoiceV2({ endpoint: simulator.url, region: "us-west-2", credentials });
    const { $metadata, ...created } = await client.createRegistration({ RegistrationType: brand });
    assert.deepEqual(created, {
      RegistrationArn: `arn:aws:sms-voice:us-west-2:${accountId}:registration/${created.RegistrationId}`,
      RegistrationId: created.RegistrationId,
      RegistrationType: brand,
      RegistrationStatus: "CREATED",
      CurrentVersionNumber: 1,
      CreatedTimestamp: start,
      Tags: [],
    });
    await assert.rejects(client.createRegistrationVersion({ RegistrationId: created.RegistrationId }), {
      name: "ConflictException",
      Reason: "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
      ResourceType: "registration",
      ResourceId: created.RegistrationId,
    });
    client.destroy();
  });
});
