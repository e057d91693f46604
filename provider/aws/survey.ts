import DataLoader from "dataloader";
import { type Found, type Listing, NAMED } from "./listing";

/** How long a look waits for others that it can be made with. */
const GATHER_MS = 5;
/** Few are asked for by name. Only then is it worth listing all that the account has. */
const NAMED_CALLS_FIRST = 2;
/** An account may hold far more than a stack does: after so many pages, listing has to have found its share. */
const PAGES_FIRST = 10;
const LEAST_SHARE = 0.2;
const LEAST_HITS_PER_PAGE = 0.5;
/** A survey tells how things were when it was begun. No refresh should show what is older. */
const OLDEST_MS = 5 * 60_000;

/** Looks at one thing; `undefined` where it is gone. */
export type LookUp<Facts> = (id: string) => Promise<Facts | undefined>;

export interface Survey<Facts> {
  look: LookUp<Facts>;
  /** Something was written: what was seen before may no longer be so. */
  forget(): void;
}

/**
 * Looks for a refresh, in which every resource of a stack asks once, and how many there are is not known: a few by name,
 * then pages of all there are. A thousand of a thousand cost 12 calls, ten of a thousand cost 2.
 */
export function survey<Facts>(listing: Listing<Facts>): Survey<Facts> {
  let seen = begun<Facts>();
  let turn: Promise<unknown> = Promise.resolve();

  const find = async (ids: readonly string[]): Promise<(Facts | undefined)[]> => {
    if (performance.now() - seen.startedMs > OLDEST_MS) seen = begun();
    // What is forgotten meanwhile is not taken from the old one: a survey ends with what it began.
    const current = seen;
    const answers = new Map<string, Facts | undefined>();
    const settle = (found: Found<Facts>, asked: readonly string[]) => {
      for (const id of asked) if (found.has(id)) answers.set(id, found.get(id));
    };
    for (const id of ids) current.asked.add(id);
    settle(current.found, ids);
    for (let open = missing(ids, answers); open.length > 0; open = missing(ids, answers)) {
      if (isWorthListing(current)) {
        const { found, next } = await listing.page(current.token);
        current.pages++;
        current.token = next;
        current.isWhole = next === undefined;
        for (const [id, facts] of found) {
          current.found.set(id, facts);
          current.listed.add(id);
        }
        settle(found, open);
        continue;
      }
      const some = open.slice(0, NAMED);
      const found = await listing.named(some);
      current.namedCalls++;
      for (const id of some) answers.set(id, found.get(id));
      for (const [id, facts] of found) current.found.set(id, facts);
    }
    return ids.map((id) => answers.get(id));
  };

  return {
    // One after the other, so that each profits from what those before it have found.
    look: gathered((ids) => {
      const result = turn.then(() => find(ids));
      turn = result.catch(() => undefined);
      return result;
    }),
    forget() {
      seen = begun();
    },
  };
}

/** Looks for a refresh at what can only be asked for one by one. */
export function onceEach<Facts>(look: LookUp<Facts>): Survey<Facts> {
  let seen = new Map<string, { startedMs: number; answer: Promise<Facts | undefined> }>();
  return {
    look(id) {
      const known = seen.get(id);
      if (known && performance.now() - known.startedMs <= OLDEST_MS) return known.answer;
      const answer = look(id);
      const all = seen;
      all.set(id, { startedMs: performance.now(), answer });
      answer.catch(() => all.delete(id));
      return answer;
    },
    forget() {
      seen = new Map();
    },
  };
}

interface Seen<Facts> {
  found: Map<string, Facts>;
  startedMs: number;
  asked: Set<string>;
  namedCalls: number;
  /** What the pages read so far have. */
  listed: Set<string>;
  pages: number;
  token: string | undefined;
  /** Every page was read. */
  isWhole: boolean;
}

function begun<Facts>(): Seen<Facts> {
  const sets = { found: new Map<string, Facts>(), asked: new Set<string>(), listed: new Set<string>() };
  return { ...sets, startedMs: performance.now(), namedCalls: 0, pages: 0, token: undefined, isWhole: false };
}

function isWorthListing({ namedCalls, pages, isWhole, asked, listed }: Seen<unknown>): boolean {
  if (isWhole || namedCalls < NAMED_CALLS_FIRST) return false;
  if (pages < PAGES_FIRST) return true;
  const hits = [...asked].filter((id) => listed.has(id)).length;
  return hits >= LEAST_SHARE * asked.size && hits > LEAST_HITS_PER_PAGE * pages;
}

/** Several resources may ask for the same one. */
function missing(ids: readonly string[], answers: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(ids)].filter((id) => !answers.has(id));
}

function gathered<Facts>(find: (ids: readonly string[]) => Promise<(Facts | undefined)[]>): LookUp<Facts> {
  const loader = new DataLoader<string, Facts | undefined>(find, {
    // What is remembered, and for how long, is said here and not there.
    cache: false,
    batchScheduleFn: (dispatch) => void setTimeout(dispatch, GATHER_MS),
  });
  return (id) => loader.load(id);
}
