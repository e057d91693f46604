/**
 * A Lambda function (`index.handler`, in an image that has the Pulumi CLI and the program), or one step of a CI job:
 *
 *   PROGRAM=../typescript-brand STACK=dev WEBHOOK=https://... npm run event -- event.json
 */
import { readFileSync } from "node:fs";
import { handle, type Seen, type World } from "./handler";
import { refresh } from "./refresh";

/** Of this process; a table that all share saves a refresh and a message when an event comes twice. */
const seen = new Map<string, Seen>();

const world: World = {
  // One stack here. With many, tag each registration with its stack, and read the tag: ListTagsForResource.
  stackOf: async () => setting("STACK"),
  seen: {
    get: async (registrationId) => seen.get(registrationId),
    set: async (registrationId, last) => {
      seen.set(registrationId, last);
    },
  },
  refresh: (stack, registrationId) => refresh(setting("PROGRAM"), stack, registrationId),
  tell: async (text) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(setting("WEBHOOK"), { method: "POST", headers, body: JSON.stringify({ text }) });
    if (!answer.ok) throw new Error(`The webhook answers ${answer.status}.`);
  },
};

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

export const handler = (event: unknown) => handle(event, world);

if (require.main === module) {
  handler(JSON.parse(readFileSync(process.argv[2] ?? "event.json", "utf8"))).then(console.log, (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
