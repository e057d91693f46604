import assert from "node:assert/strict";
import { devNull } from "node:os";
import { type ServiceError, status } from "@grpc/grpc-js";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import fc from "fast-check";
import { LOOKUPS } from "../../../provider/hosts/lookups";
import { schema } from "../../../provider/hosts/plugin/schema";
import { LIFECYCLES } from "../../../provider/hosts/registry";
import { simulated } from "../../simulator/simulated";
import { Engine, SECRET, SIGNATURE, urn } from "./engine";
import { type Member, message, nested } from "./wire";

/** Stands only in what is marked as secret. */
const CANARY = "canary-7f3a";
const TYPES = Object.keys(LIFECYCLES).map(urn);
/** One in five is none. */
const URNS = [...TYPES, ...TYPES, ...TYPES, ...TYPES, urn("toString"), "urn:pulumi:", "::::", ""];
const TOKENS = [...Object.keys(LOOKUPS), "getNothing", "__proto__"].map((name) => `sms-registrations:index:${name}`);

/** The values that `urn`, `id` and the like may have, and the members with properties, of each request. */
const REQUESTS: Record<string, { texts: Record<number, readonly string[]>; properties: number[]; flags?: Member[] }> = {
  check: { texts: { 1: URNS }, properties: [2, 3] },
  diff: { texts: { 1: ["registration-1", ""], 2: URNS }, properties: [3, 4, 6] },
  create: { texts: { 1: URNS }, properties: [2] },
  read: { texts: { 1: ["registration-1", "", "a,b", "\u0000"], 2: URNS }, properties: [3, 4] },
  update: { texts: { 1: ["registration-1", ""], 2: URNS }, properties: [3, 4, 8] },
  createPreview: { texts: { 1: URNS }, properties: [2], flags: [[4, true]] },
  updatePreview: { texts: { 1: ["registration-1", ""], 2: URNS }, properties: [3, 4, 8], flags: [[7, true]] },
  delete: { texts: { 1: ["registration-1", "a,b", ""], 2: URNS }, properties: [3, 5] },
  invoke: { texts: { 1: [...TOKENS, ""] }, properties: [2] },
  checkConfig: { texts: { 1: URNS }, properties: [2, 3] },
  diffConfig: { texts: { 1: [""], 2: URNS }, properties: [3, 4, 6] },
};

const MARKS = [
  "1b47061264138c4ac30d75fd1eb44270",
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
  "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  "5cf8f73096256a8f31e491e813e4eb8e",
  "another",
];
interface Schema {
  resources: Record<string, { properties: object; inputProperties: object }>;
  functions: Record<string, { inputs: { properties: object } }>;
  config: { variables: object };
}
const { resources, functions, config } = schema() as object as Schema;
const NAMES = [
  ...Object.values(resources).flatMap((one) => Object.keys({ ...one.properties, ...one.inputProperties })),
  ...Object.values(functions).flatMap(({ inputs }) => Object.keys(inputs.properties)),
  ...Object.keys(config.variables),
];
const ODD_KEYS = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "", "a.b", 'a"]', SIGNATURE];

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -0, 1e308, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53),
  fc.constantFrom(
    "",
    "x",
    "registration-1",
    "us-east-1",
    "2d",
    "DENIED",
    "s3://a/b",
    "\u0000",
    "__proto__",
    "x".repeat(3000),
  ),
  fc.constantFrom(
    "US_TEN_DLC_BRAND_REGISTRATION",
    "arn:aws:sms-voice:eu-west-1:123456789012:registration/registration-1",
  ),
  fc.constantFrom("04da6b54-80e4-46f7-96ec-b56ff0331ba9", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"),
  fc.string({ maxLength: 5, unit: "binary" }).map((text) => text.replace(/[\ud800-\udfff]/g, "")),
);
const key = fc.oneof(
  fc.constantFrom("companyInfo.companyName", "companyInfo.taxId", "contactInfo.website", "attachmentId"),
  fc.constantFrom(...ODD_KEYS, "value", "secret", "path", "uri", "text", "asset", "id"),
);
const { any } = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie("any"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("any")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    fc.constantFrom(
      { ...SECRET, value: CANARY },
      { ...SECRET, value: [CANARY] },
      { ...SECRET, value: { a: CANARY } },
      { [SIGNATURE]: MARKS[3], secret: true, value: CANARY },
    ),
    fc
      .tuple(
        fc.constantFrom(...MARKS),
        fc.dictionary(fc.constantFrom("value", "secret", "path", "uri", "text", "id", "urn"), tie("any")),
      )
      .map(([mark, parts]) => (mark === MARKS[0] ? parts : { [SIGNATURE]: mark, ...parts })),
  ),
}));
const properties = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: key }), any), {
    maxLength: 8,
  })
  .map((entries) => Object.fromEntries(entries));

const request = fc.constantFrom(...Object.keys(REQUESTS)).chain((method) => {
  const { texts, properties: members, flags = [] } = REQUESTS[method] ?? { texts: {}, properties: [] };
  const told = Object.entries(texts).map(([number, values]) =>
    fc.constantFrom(...values).map((text): Member => [Number(number), text]),
  );
  const given = members.map((number) => properties.map((of): Member => [number, of]));
  return fc.tuple(
    fc.constant(method),
    fc.tuple(...told, ...given).map((all): Member[] => [...all, ...flags]),
  );
});

describe("a malformed request", function () {
  this.timeout(60_000);
  const simulator = simulated({ clock: "real", startTime: undefined });
  const environment = { ...process.env };
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  let engine: Engine;
  before(() => {
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "not checked",
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
    });
  });
  beforeEach(async () => {
    engine = await Engine.start({
      region: "us-east-1",
      endpoint: simulator.url,
      callsPerSecond: 100_000,
      maxAttempts: 1,
    });
  });
  afterEach(() => engine?.close());
  after(() => {
    process.env = environment;
  });

  /** What was answered, if only with words. */
  async function outcome(method: string, bytes: Buffer): Promise<{ code?: status; details: string; answer: Buffer }> {
    try {
      return { details: "", answer: await engine.raw(method.replace("Preview", ""), bytes) };
    } catch (error) {
      const { code, details } = error as ServiceError;
      return { code, details, answer: Buffer.alloc(0) };
    }
  }

  async function livesOn() {
    const registration = message([
      [1, urn("Registration")],
      [3, { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" }],
    ]);
    const checked = pb.CheckResponse.deserializeBinary(await engine.raw("check", registration));
    assert.deepEqual(checked.getFailuresList(), []);
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), prototype);
  }

  it("has an answer or an error in words, without what is secret, and the plugin lives on", async () => {
    await fc.assert(
      fc.asyncProperty(request, async ([method, members]) => {
        const { code, details, answer } = await outcome(method, message(members));
        const told = code === undefined ? failuresOf(method, answer) : [details];
        for (const text of told) {
          assert.match(text, /(\w+\W+){2}\w+/);
          assert.doesNotMatch(text, /Cannot read|is not a function|is not iterable|\[object|call stack/);
          assert.ok(!text.includes(CANARY), text);
        }
        if (code !== undefined) assert.notEqual(code, status.INTERNAL, details);
        assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), prototype);
      }),
      { numRuns: 500 },
    );
    await livesOn();
  });

  it("that is nested without end is refused, and the plugin lives on", async () => {
    for (const [method, { texts, properties: members }] of Object.entries(REQUESTS)) {
      const told = message(Object.entries(texts).map(([number, [text = ""]]): Member => [Number(number), text]));
      for (const depth of [200, 100_000]) {
        const deep = members.map((number) => nested(number, "fields", depth));
        const { code, details } = await outcome(method, Buffer.concat([told, ...deep]));
        assert.notEqual(code, undefined, `${method} ${depth}`);
        if (depth === 200) assert.match(details, /^fields: values that are nested less than 50 deep are expected$/);
      }
    }
    await livesOn();
  });

  it("that is no message is refused, and the plugin lives on", async () => {
    for (const method of [...Object.keys(REQUESTS), "configure", "handshake", "getSchema", "getMapping"]) {
      for (const bytes of ["ff", "0aff", "0a05ffff", "12ffffffffffffffffff7f", "1a021205"]) {
        const { code, details } = await outcome(method, Buffer.from(bytes, "hex"));
        if (code !== undefined) assert.ok(details.length > 10, details);
      }
    }
    await livesOn();
  });

  it("of configuration is answered, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(properties, async (args) => {
        const { code, details } = await outcome("configure", message([[2, args]]));
        assert.equal(code, undefined, details);
      }),
      { numRuns: 50 },
    );
  });

  function failuresOf(method: string, answer: Buffer): string[] {
    if (method === "invoke") {
      const failures = pb.InvokeResponse.deserializeBinary(answer).getFailuresList();
      return failures.map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);
    }
    if (!method.startsWith("check")) return [];
    const failures = pb.CheckResponse.deserializeBinary(answer).getFailuresList();
    return failures.map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);
  }
});
