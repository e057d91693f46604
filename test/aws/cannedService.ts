import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after } from "mocha";
import { type Aws, connect } from "../../provider/aws";

/** One call as it came over the wire: the operation's name and its request. */
export type Call = [operation: string, request: Record<string, unknown>];

/** What comes back: an answer, an exception, or nothing, because the connection broke. */
export type CannedAnswer = object | Failure | "connection lost";

export interface Failure {
  exception: string;
  httpStatus?: number;
  Message?: string;
  [member: string]: unknown;
}

export interface CannedService {
  aws: Aws;
  region: string;
  endpoint: string;
  calls: Call[];
  /** The operations that were called, in order. */
  operations(): string[];
}

let regions = 0;

/**
 * A server on loopback that speaks AWS JSON 1.0 and answers as the test says; `nth` counts the calls of one operation
 * from 0. Clients are kept by region, so every service gets a region of its own.
 */
export async function cannedService(
  answer: (operation: string, request: Record<string, unknown>, nth: number) => CannedAnswer,
): Promise<CannedService> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
      const nth = calls.filter(([name]) => name === operation).length;
      calls.push([operation, JSON.parse(body)]);
      const canned = answer(operation, JSON.parse(body), nth);
      if (canned === "connection lost") return request.socket.destroy();
      const { exception, httpStatus = 400, ...members } = canned as Failure;
      response.writeHead(exception === undefined ? 200 : httpStatus, {
        "content-type": "application/x-amz-json-1.0",
        "x-amzn-requestid": "request-1",
      });
      response.end(JSON.stringify(exception === undefined ? canned : { __type: `x#${exception}`, ...members }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  after(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endpoint,
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  });
  const region = `test-${++regions}`;
  const aws = connect({ region });
  // The endpoint is read from the environment once, when the client is made.
  await aws.region();
  return { aws, region, endpoint, calls, operations: () => calls.map(([operation]) => operation) };
}

/** A version as DescribeRegistrationVersions answers with it. */
export function wireVersion(versionNumber: number, status: string, more: object = {}) {
  return {
    VersionNumber: versionNumber,
    RegistrationVersionStatus: status,
    RegistrationVersionStatusHistory: { DraftTimestamp: 1_700_000_000 },
    ...more,
  };
}

/** A registration as DescribeRegistrations answers with it. */
export function wireRegistration(more: object = {}) {
  return {
    RegistrationId: "registration-1",
    RegistrationArn: "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-1",
    RegistrationType: "US_TEN_DLC_BRAND_REGISTRATION",
    RegistrationStatus: "CREATED",
    CurrentVersionNumber: 1,
    CreatedTimestamp: 1_700_000_000,
    ...more,
  };
}
