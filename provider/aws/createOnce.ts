import { createHash } from "node:crypto";
import { dateOfAnswer } from "./client";
import { isCreatedBy } from "./fresh";

/** More deletions than this of one resource, within the time the service remembers a ClientToken, are not expected. */
const MAX_GENERATIONS = 20;

export interface CreateOnce<Facts> {
  /** What makes two calls the same one: the seed of the ClientToken. */
  identity: string;
  /** Makes the call with this ClientToken. */
  create(clientToken: string): Promise<object>;
  facts(answer: object): Facts & { createdTimestamp: string };
  /** What the service holds of a resource that an earlier call made; `undefined` where it is gone. */
  find(facts: Facts): Promise<Facts | undefined>;
}

/**
 * Creates something once. The ClientToken is derived from the resource's identity, so repeating a call whose answer was
 * lost, in this run or a later one, gives the same resource. After a resource was deleted its token may still answer
 * with it; the next generation of the token is then used.
 */
export async function createOnce<Facts>({
  identity,
  create,
  facts,
  find,
}: CreateOnce<Facts>): Promise<{ found: Facts; isFresh: boolean }> {
  for (let generation = 0; generation < MAX_GENERATIONS; generation++) {
    const startedMs = performance.now();
    const answer = await create(clientToken(identity, generation));
    const created = facts(answer);
    const tookMs = performance.now() - startedMs;
    if (isCreatedBy({ answeredAtMs: dateOfAnswer(answer), tookMs }, created.createdTimestamp)) {
      return { found: created, isFresh: true };
    }
    const found = await find(created);
    if (found !== undefined) return { found, isFresh: false };
  }
  throw new Error("The service keeps answering a new ClientToken with something that was deleted.");
}

/** 1-64 characters of `[!-~]`. */
function clientToken(identity: string, generation: number): string {
  return createHash("sha256").update(`${identity}#${generation}`).digest("hex");
}
