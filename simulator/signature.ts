import { accountIdOf } from "./account";
import { refuse } from "./errors";
import type { Caller } from "./service";

const service = "sms-voice";

/** Who signed, and for where. The form of the header is checked, the signature itself is not: there is no secret here. */
export function callerOf(header: string | undefined, date: string | undefined): Caller {
  if (header === undefined) throw refuse("wire.noSignature", "The request has no Authorization header");
  const match = /^AWS4-HMAC-SHA256 +(.*)$/.exec(header);
  if (!match) throw refuse("wire.signatureForm", "The Authorization header is not AWS4-HMAC-SHA256");
  const parts = new Map((match[1] ?? "").split(",").map((part) => splitOnce(part.trim(), "=")));
  const missing = ["Credential", "SignedHeaders", "Signature"].filter((name) => !parts.get(name));
  if (missing.length > 0) throw refuse("wire.signatureForm", `The Authorization header lacks ${missing.join(", ")}`);
  if (date === undefined) throw refuse("wire.signatureForm", "The request has neither an X-Amz-Date nor a Date header");
  if (!/^[0-9a-f]{64}$/.test(parts.get("Signature") ?? "")) {
    throw refuse("wire.signatureForm", "The Signature is not 64 hexadecimal digits");
  }
  const scope = (parts.get("Credential") ?? "").split("/");
  const [end, scopeService, region, day] = scope.slice(-4).reverse();
  const accessKeyId = scope.slice(0, -4).join("/");
  if (
    !accessKeyId ||
    !region ||
    !/^[a-z0-9-]{1,32}$/.test(region) ||
    !/^\d{8}$/.test(day ?? "") ||
    end !== "aws4_request"
  ) {
    throw refuse("wire.signatureForm", "The Credential is not <key>/<yyyymmdd>/<region>/sms-voice/aws4_request");
  }
  if (scopeService !== service) {
    throw refuse("wire.signatureScope", `Credential should be scoped to correct service: '${service}'`);
  }
  return { accountId: accountIdOf(accessKeyId), region };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
