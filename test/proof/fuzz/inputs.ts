import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { ATTACHMENT_MAX_BYTES, AttachmentFileError, readAttachmentFile } from "../../../provider/aws/attachmentFile";
import { LIFECYCLES, type ResourceType } from "../../../provider/hosts/registry";
import type { Simulator } from "../../../simulator";
import { operations } from "../../../simulator/operations";
import { send } from "../../simulator/simulated";
import { type Host, inProcess } from "../process";
import { CANARY, type FuzzOptions, requireExpected, search } from "./fuzz";

const BRAND = "US_TEN_DLC_BRAND_REGISTRATION";
const anything = fc.jsonValue({ maxDepth: 3 });
const field = fc.oneof(anything, fc.constant(CANARY), fc.array(fc.constant(CANARY), { maxLength: 3 }));
const fields = fc.dictionary(
  fc.oneof(fc.constantFrom("companyInfo.companyName", "companyInfo.taxId", "contactInfo.vertical"), fc.string()),
  field,
);

const args = fc.record(
  {
    registrationType: fc.oneof(anything, fc.constant(BRAND)),
    registrationId: fc.oneof(anything, fc.constant("registration-1")),
    fields: fc.oneof(anything, fields),
    ...Object.fromEntries(
      [
        ...["tags", "adopt", "identity", "file", "url", "resourceId", "waitForComplete", "waitTimeout", "submit"],
        ...["awsReview", "whileInReview", "waitFor", "associations", "validation", "ignoreAdvice", "resubmitTrigger"],
      ].map((name) => [name, anything]),
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Checks of arbitrary arguments. */
export function fuzzArguments(simulator: Simulator, host: Host, options: FuzzOptions): Promise<string | undefined> {
  const types = Object.keys(LIFECYCLES) as ResourceType[];
  return inProcess({ endpoint: simulator.url, host, hear: () => undefined }, (process) =>
    search(options, fc.tuple(fc.constantFrom(...types), args), async ([type, news]) => {
      const plain = JSON.parse(JSON.stringify(news));
      const { failures = [] } = await process[type].check({}, plain).catch((error) => {
        requireExpected(error);
        return { failures: [] };
      });
      assert.ok(!JSON.stringify(failures).includes(CANARY), `a failure repeats a value: ${JSON.stringify(failures)}`);
    }),
  );
}

/** Requests of every operation, with members of the right name and arbitrary values. */
export function fuzzRequests(simulator: Simulator, options: FuzzOptions): Promise<string | undefined> {
  const name = fc.constantFrom(...operations.keys(), "NoOperation");
  const member = fc.constantFrom("RegistrationId", "RegistrationType", "FieldPath", "TextValue", "Tags", "Filters");
  const others = fc.constantFrom("NextToken", "MaxResults", "VersionNumbers", "ClientToken", "SelectChoices");
  const body = fc.oneof(
    anything.map((one) => JSON.stringify(one)),
    fc.string(),
  );
  const request = fc.dictionary(fc.oneof(member, others), anything).map((one) => JSON.stringify(one));
  return search(options, fc.tuple(name, fc.oneof(request, body)), async ([operation, text]) => {
    const { status, body: answer } = await send(simulator.url, operation, text);
    assert.ok(status === 200 || (status >= 400 && status < 500), `${status}: ${JSON.stringify(answer)}`);
    if (status !== 200) assert.match(String(answer.__type), /#\w+Exception$/);
  });
}

type File =
  | { kind: "bytes"; start: string; size: number }
  | { kind: "link"; to: "itself" | "nothing" | "folder" | "picture" }
  | { kind: "pipe" }
  | { kind: "folder" };

const file: fc.Arbitrary<File> = fc.oneof<fc.Arbitrary<File>[]>(
  fc.record({
    kind: fc.constant("bytes" as const),
    start: fc.oneof(fc.constantFrom("25504446", "255044462d", "ffd8ff", "89504e470d0a1a0a"), fc.constant("")),
    size: fc.oneof(
      fc.integer({ min: 8, max: 40 }),
      fc.constant(0),
      fc.constantFrom(ATTACHMENT_MAX_BYTES - 1, ATTACHMENT_MAX_BYTES, ATTACHMENT_MAX_BYTES + 1),
    ),
  }),
  fc.record({ kind: fc.constant("link" as const), to: fc.constantFrom("itself", "nothing", "folder", "picture") }),
  fc.constantFrom<File>({ kind: "pipe" }, { kind: "folder" }),
);

/** Files, and what is none, under the name of an attachment. */
export async function fuzzFiles(options: FuzzOptions): Promise<string | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), "sms-registrations-fuzz-"));
  const picture = path.join(folder, "picture.png");
  await writeFile(picture, Buffer.from("89504e470d0a1a0a00", "hex"));
  try {
    return await search(options, file, async (one) => {
      const target = path.join(folder, "file.png");
      await rm(target, { force: true, recursive: true });
      const name = await make(one, target, { folder, picture });
      const isFine = one.kind === "bytes" ? isAttachment(one) : one.kind === "link" && one.to === "picture";
      const read = await readAttachmentFile(name).then(
        ({ bytes }) => bytes.length > 0,
        (error) => {
          assert.ok(error instanceof AttachmentFileError, String(error));
          requireExpected(error);
          return false;
        },
      );
      assert.equal(read, isFine);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function make(one: File, target: string, { folder, picture }: { folder: string; picture: string }) {
  if (one.kind === "folder") return folder;
  if (one.kind === "pipe") execFileSync("mkfifo", [target]);
  if (one.kind === "bytes") await writeFile(target, contentOf(one));
  if (one.kind === "link") {
    const targets = { itself: target, nothing: path.join(folder, "nothing"), folder, picture };
    await symlink(targets[one.to], target);
  }
  return target;
}

function contentOf({ start, size }: Extract<File, { kind: "bytes" }>): Buffer {
  return Buffer.concat([Buffer.from(start, "hex"), Buffer.alloc(size, CANARY)]).subarray(0, size);
}

function isAttachment(one: Extract<File, { kind: "bytes" }>): boolean {
  const start = contentOf(one).toString("hex", 0, 8);
  const isKnown = ["255044462d", "ffd8ff", "89504e47"].some((known) => start.startsWith(known));
  return isKnown && one.size <= ATTACHMENT_MAX_BYTES;
}
