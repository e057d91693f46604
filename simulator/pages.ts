import { createHash, createHmac } from "node:crypto";
import { refuse } from "./errors";
import type { Context } from "./operation";

interface PagedRequest {
  MaxResults?: number;
  NextToken?: string;
}

/**
 * The page that a request asks for. `order` gives an item its place for ever, so that a page starts right even when items before it
 * are gone. A token is good for the operation, account and request that it came from: anything else is INVALID_NEXT_TOKEN.
 */
export function page<T>(
  scope: string,
  items: readonly T[],
  order: (item: T, index: number) => number,
  request: PagedRequest,
  context: Context,
): { items: T[]; NextToken?: string } {
  const { MaxResults = context.settings.pageSize, NextToken, ...rest } = request;
  const seal = (after: number) =>
    createHmac("sha256", context.secret)
      .update(`${scope} ${fingerprint(rest)} ${after}`)
      .digest();
  const after = NextToken === undefined ? undefined : readToken(NextToken, seal);
  const found: T[] = [];
  let last = 0;
  for (const [index, item] of items.entries()) {
    const place = order(item, index);
    if (after !== undefined && place <= after) continue;
    if (found.length === MaxResults) return { items: found, NextToken: writeToken(last, seal) };
    found.push(item);
    last = place;
  }
  return { items: found };
}

function writeToken(after: number, seal: (after: number) => Buffer): string {
  const place = Buffer.alloc(8);
  place.writeDoubleBE(after);
  return Buffer.concat([place, seal(after).subarray(0, 16)]).toString("base64url");
}

function readToken(token: string, seal: (after: number) => Buffer): number {
  const bytes = Buffer.from(token, "base64url");
  const after = bytes.length === 24 ? bytes.readDoubleBE(0) : Number.NaN;
  const genuine = bytes.toString("base64url") === token && seal(after).subarray(0, 16).equals(bytes.subarray(8));
  if (!genuine) throw refuse("page.token", "The NextToken is not valid for this request");
  return after;
}

/** Equal requests have equal fingerprints, whatever the order of their members. */
export function fingerprint(request: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(request)))
    .digest("hex");
}
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, sorted(member)]);
}
