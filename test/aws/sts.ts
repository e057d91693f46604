import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What AssumeRole was asked for, and with whose credentials in which region. */
export interface Assumed {
  accessKeyId: string;
  region: string;
  parameters: Record<string, string>;
}

/** A server on loopback that plays STS: gives the role of an account, whose access key id is the account's own. */
export async function playSts(): Promise<{
  url: string;
  assumed: Assumed[];
  refuse(text: string): void;
  close(): void;
}> {
  const assumed: Assumed[] = [];
  let refusal: string | undefined;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    const [accessKeyId = "", , region = ""] =
      /Credential=([^,]+)/.exec(request.headers.authorization ?? "")?.[1]?.split("/") ?? [];
    const parameters = Object.fromEntries(new URLSearchParams(body));
    assumed.push({ accessKeyId, region, parameters });
    const account = /iam::(\d{12}):/.exec(parameters.RoleArn ?? "")?.[1] ?? "";
    response.writeHead(refusal === undefined ? 200 : 403, { "content-type": "text/xml" });
    response.end(refusal === undefined ? given(account) : refused(refusal));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    assumed,
    refuse: (text) => {
      refusal = text;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function given(account: string): string {
  const expiration = new Date(Date.now() + 3_600_000).toISOString();
  return `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
    <AccessKeyId>${account}</AccessKeyId><SecretAccessKey>of the role</SecretAccessKey>
    <SessionToken>session</SessionToken><Expiration>${expiration}</Expiration>
  </Credentials></AssumeRoleResult></AssumeRoleResponse>`;
}

function refused(text: string): string {
  return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
    <Code>AccessDenied</Code><Message>${text}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>`;
}
