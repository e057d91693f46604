import { createHash } from "node:crypto";
import { dateOfAnswer } from "./client";
import { isCreatedBy } from "./fresh";

/** More deletions than this of one resource, within the time the service remembers a ClientToken, are not expected. */
const MAX_GENERATIONS = 20;

export interface CreateOnce<Facts> {
  /** What makes two calls the same one: the seed of the ClientToken. */
  identity: string;
  /** Makes the call with this ClientToken; `orUsed` goes around the bare call. */
  create(clientToken: string): Promise<object | Used>;
  facts(answer: object): Facts & { createdTimestamp: string };
  idOf(facts: Facts): string;
  /** What the service holds of a resource that an earlier call made; `undefined` where it is gone. */
  find(id: string): Promise<Facts | undefined>;
}

/** The resource that an earlier call has made with the same ClientToken and other parameters. */
class Used {
  constructor(readonly id: string) {}
}

/**
 * A program whose tags changed after an answer was lost, or after a resource was deleted, comes with a used ClientToken
 * and other parameters. The service then refuses, and names the resource.
 */
export function orUsed(resourceType: "registration" | "registration-attachment") {
  return (error: unknown): Used => {
    const { name, ResourceType, ResourceId } = error as { name?: string; ResourceType?: string; ResourceId?: string };
    const isUsed = name === "ConflictException" && ResourceType === resourceType;
    if (isUsed && typeof ResourceId === "string" && ResourceId !== "") return new Used(ResourceId);
    throw error;
  };
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
  idOf,
  find,
}: CreateOnce<Facts>): Promise<{ found: Facts; isFresh: boolean }> {
  for (let generation = 0; generation < MAX_GENERATIONS; generation++) {
    const startedMs = performance.now();
    const answer = await create(clientToken(identity, generation));
    const tookMs = performance.now() - startedMs;
    let id: string;
    if (answer instanceof Used) id = answer.id;
    else {
      const created = facts(answer);
      if (isCreatedBy({ answeredAtMs: dateOfAnswer(answer), tookMs }, created.createdTimestamp)) {
        return { found: created, isFresh: true };
      }
      id = idOf(created);
    }
    const found = await find(id);
    if (found !== undefined) return { found, isFresh: false };
  }
  throw new Error("The service keeps answering a new ClientToken with something that was deleted.");
}

/** 1-64 characters of `[!-~]`. */
function clientToken(identity: string, generation: number): string {
  return createHash("sha256").update(`${identity}#${generation}`).digest("hex");
}
