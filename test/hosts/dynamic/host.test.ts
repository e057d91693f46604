import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { dynamicProvider } from "../../../provider/hosts/dynamic/host";
import { LIFECYCLES } from "../../../provider/hosts/registry";
import { type CannedAnswer, cannedService, wireRegistration, wireVersion } from "../../aws/cannedService";

const MARKER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const __provider = 'require("pulumi-sms-registrations/dynamic/registrationVersion.js")';
const RegistrationArn = "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-h";
const inputs = { __provider, registrationId: "registration-h", fields: { a: "1" }, validation: "off" };

/** One registration with one version, as far as these tests go. */
function registrationWith(version: { status: string; value?: string }, refusals: Record<string, CannedAnswer> = {}) {
  return (operation: string, request: Record<string, unknown>): CannedAnswer => {
    const refusal = refusals[operation];
    if (refusal !== undefined) return refusal;
    if (operation === "PutRegistrationFieldValue") version.value = String(request.TextValue);
    if (operation === "SubmitRegistrationVersion") version.status = "SUBMITTED";
    if (operation === "DiscardRegistrationVersion") version.status = "DISCARDED";
    const current = wireVersion(1, version.status);
    return {
      Registrations: [wireRegistration({ RegistrationId: "registration-h", RegistrationArn })],
      RegistrationVersions: [current],
      RegistrationFieldValues: version.value === undefined ? [] : [{ FieldPath: "a", TextValue: version.value }],
      RegistrationArn,
      ...current,
    };
  };
}

/** The provider of a stack whose `aws:region` is the service's. */
async function hosted(answer: Parameters<typeof cannedService>[0]) {
  const service = await cannedService(answer);
  const provider = dynamicProvider(LIFECYCLES.RegistrationVersion);
  const get = (key: string) => (key === "aws:region" ? service.region : undefined);
  await provider.configure?.({ config: { get, require: (key) => get(key) ?? "" } });
  const { check, diff, create, update, read, delete: remove } = provider;
  assert.ok(check && diff && update && read && remove);
  return { service, provider: { check, diff, create, update, read, remove } };
}

type Hosted = Awaited<ReturnType<typeof hosted>>;

/** The state after a first `up`, as the engine keeps it. */
async function created({ provider }: Hosted): Promise<Record<string, unknown>> {
  const { outs } = await provider.create(inputs);
  return { ...outs, __provider };
}

async function failure(
  run: Promise<unknown>,
): Promise<Error & { id?: string; properties?: object; reasons?: string[] }> {
  return run.then(
    () => assert.fail("It succeeded."),
    (error) => error,
  );
}

describe("check", () => {
  let host: Hosted;
  before(async () => {
    host = await hosted(registrationWith({ status: "DRAFT" }));
  });

  it("hands the arguments on as they came, with the serialized provider and what is unknown", async () => {
    const news = { ...inputs, registrationId: MARKER };
    assert.deepEqual(await host.provider.check({}, news), { inputs: news, failures: [] });
  });

  it("reports all problems, of no property and without a value", async () => {
    const secret = "12-3456789";
    const news = {
      ...inputs,
      registrationId: `${secret}!`,
      submit: "yes",
      fields: { a: { taxId: secret }, "b c": secret },
    };
    const { failures = [] } = await host.provider.check({}, news);
    assert.deepEqual(
      failures.map(({ property }) => property),
      ["", "", "", ""],
    );
    assert.deepEqual(
      failures.map(({ reason }) => reason.split(":")[0]),
      ["registrationId", "submit", "fields.a", 'fields["b c"]'],
    );
    assert.ok(!JSON.stringify(failures).includes(secret));
  });
});

describe("diff", () => {
  let host: Hosted;
  let state: Record<string, unknown>;
  before(async () => {
    host = await hosted(registrationWith({ status: "DRAFT" }));
    state = await created(host);
    host.service.calls.length = 0;
  });

  for (const [what, change, expected] of [
    ["nothing changed", {}, { changes: false, replaces: [] }],
    ["a field changed", { fields: { a: "2" } }, { changes: true, replaces: [] }],
    ["a field is not known yet", { fields: { a: MARKER } }, { changes: true, replaces: [] }],
    ["the registration changed", { registrationId: "registration-2" }, { changes: true, replaces: ["registrationId"] }],
    ["the registration is not known yet", { registrationId: MARKER }, { changes: true, replaces: ["registrationId"] }],
    ["the region changed", { region: "eu-west-1" }, { changes: true, replaces: ["region"] }],
  ] as const) {
    it(`says ${JSON.stringify(expected)} when ${what}`, async () => {
      assert.deepEqual(await host.provider.diff("registration-h", state, { ...inputs, ...change }), expected);
    });
  }

  it("finds no other region where the one it is in is written down", async () => {
    const news = { ...inputs, region: host.service.region };
    assert.deepEqual(await host.provider.diff("registration-h", state, news), { changes: false, replaces: [] });
  });

  it("makes no call", () => {
    assert.deepEqual(host.service.calls, []);
  });
});

describe("create", () => {
  it("returns the id and plain state, with the region and without the serialized provider", async () => {
    const { service, provider } = await hosted(registrationWith({ status: "DRAFT" }));
    const { id, outs = {} } = await provider.create(inputs);
    assert.equal(id, "registration-h");
    const { fields, status, region, __provider: serialized } = outs;
    assert.deepEqual(
      { fields, status, region, serialized },
      { fields: { a: "1" }, status: "SUBMITTED", region: service.region, serialized: undefined },
    );
    assert.deepEqual(outs, JSON.parse(JSON.stringify(outs)));
  });

  it("leaves nothing in the state when nothing was done", async () => {
    const gone = { exception: "ResourceNotFoundException", Message: "no" };
    const { provider } = await hosted(() => gone);
    const error = await failure(provider.create(inputs));
    assert.match(error.message, /does not exist in this account and region/);
    assert.deepEqual([error.id, error.properties, error.reasons], [undefined, undefined, undefined]);
  });

  it("keeps the resource in the state when it came half-way, with the reason", async () => {
    const refusal = { exception: "ValidationException", Reason: "FIELD_VALIDATION_FAILED", Message: "no" };
    const host = await hosted(registrationWith({ status: "DRAFT" }, { SubmitRegistrationVersion: refusal }));
    const error = await failure(host.provider.create(inputs));
    assert.equal(error.id, "registration-h");
    assert.deepEqual(error.reasons, [error.message]);
    assert.match(
      error.message,
      /^SubmitRegistrationVersion failed \(registration-h\): no \(ValidationException, FIELD_VALIDATION_FAILED\)/,
    );
    const { fields, registrationId, region } = {
      fields: undefined,
      registrationId: undefined,
      region: undefined,
      ...error.properties,
    };
    assert.deepEqual(
      { fields, registrationId, region },
      { fields: undefined, registrationId: "registration-h", region: host.service.region },
    );
  });

  it("keeps itself with what came half-way, or refresh and destroy would find no provider", async () => {
    const refusal = { exception: "ValidationException", Message: "no" };
    const { provider } = await hosted(registrationWith({ status: "DRAFT" }, { SubmitRegistrationVersion: refusal }));
    const __provider = "the serialized provider";
    const created = await failure(provider.create({ ...inputs, __provider }));
    assert.equal(Object(created.properties).__provider, __provider);
    const updated = await failure(
      provider.update("registration-h", Object(created.properties), { ...inputs, __provider }),
    );
    assert.equal(Object(updated.properties).__provider, __provider);
  });

  it("goes on from there by an update", async () => {
    let isRefusing = true;
    const answer = registrationWith({ status: "DRAFT" });
    const host = await hosted((operation, request) =>
      isRefusing && operation === "SubmitRegistrationVersion"
        ? { exception: "ValidationException", Message: "no" }
        : answer(operation, request),
    );
    const { properties = {} } = await failure(host.provider.create(inputs));
    isRefusing = false;
    host.service.calls.length = 0;
    const { outs = {} } = await host.provider.update("registration-h", { ...properties, __provider }, inputs);
    assert.deepEqual([outs.status, outs.fields], ["SUBMITTED", { a: "1" }]);
    assert.ok(!host.service.operations().includes("PutRegistrationFieldValue"));
  });
});

describe("update", () => {
  it("makes no write when the service holds what is declared", async () => {
    const host = await hosted(registrationWith({ status: "DRAFT" }));
    const state = await created(host);
    host.service.calls.length = 0;
    const { outs = {} } = await host.provider.update("registration-h", state, { ...inputs, whileInReview: "discard" });
    assert.deepEqual(host.service.operations(), ["DescribeRegistrationVersions"]);
    assert.deepEqual({ ...outs, __provider }, { ...state, whileInReview: "discard" });
  });

  it("stays in the region that the resource was made in, whatever the stack says", async () => {
    const first = await hosted(registrationWith({ status: "DRAFT" }));
    const state = await created(first);
    const second = await hosted(registrationWith({ status: "DRAFT" }));
    const { outs = {} } = await second.provider.update("registration-h", state, inputs);
    assert.equal(outs.region, first.service.region);
    assert.deepEqual(second.service.calls, []);
  });
});

describe("read", () => {
  it("returns state and inputs in which a change made elsewhere shows", async () => {
    const version = { status: "DRAFT" } as { status: string; value?: string };
    const host = await hosted(registrationWith(version));
    const state = await created(host);
    version.value = "CHANGED";
    version.status = "DENIED";
    const { id, props = {}, inputs: found = {} } = await host.provider.read("registration-h", state);
    assert.equal(id, "registration-h");
    assert.deepEqual([props.status, props.fields, found.fields], ["DENIED", { a: "CHANGED" }, { a: "CHANGED" }]);
    assert.deepEqual(await host.provider.diff("registration-h", { ...props, __provider }, inputs), {
      changes: true,
      replaces: [],
    });
  });

  it("reads what is managed elsewhere from its id alone", async () => {
    const host = await hosted(registrationWith({ status: "APPROVED", value: "1" }));
    const { props = {}, inputs: found } = await host.provider.read("registration-h", { __provider });
    assert.deepEqual([props.status, props.fields], ["APPROVED", { a: "1" }]);
    assert.deepEqual(found, { registrationId: "registration-h", fields: { a: "1" } });
  });

  it("answers with an empty id when it is gone", async () => {
    const { provider } = await hosted(() => ({ exception: "ResourceNotFoundException", Message: "no" }));
    assert.deepEqual(await provider.read("registration-h", { __provider }), { id: "", props: {} });
  });
});

describe("delete", () => {
  it("discards the version in the region that the state names", async () => {
    const host = await hosted(registrationWith({ status: "SUBMITTED", value: "1" }));
    await host.provider.remove("registration-h", { __provider, region: host.service.region });
    assert.deepEqual(host.service.operations(), ["DescribeRegistrationVersions", "DiscardRegistrationVersion"]);
  });

  it("leaves what a create of the same run has found, as when the resource was renamed or replaced by itself", async () => {
    const host = await hosted(registrationWith({ status: "SUBMITTED", value: "1" }));
    await host.provider.create(inputs);
    host.service.calls.length = 0;
    await host.provider.remove("registration-h", { __provider, region: host.service.region });
    assert.deepEqual(host.service.calls, []);
  });

  it("leaves what the program still declares, as after a run that died between a create and its delete", async () => {
    const host = await hosted(registrationWith({ status: "SUBMITTED", value: "1" }));
    const state = { ...inputs, __provider, region: host.service.region, status: "SUBMITTED" };
    await host.provider.diff("registration-h", state, inputs);
    await host.provider.remove("registration-h", state);
    assert.deepEqual(host.service.calls, []);
  });

  it("takes away what the program replaces by another one", async () => {
    const host = await hosted(registrationWith({ status: "SUBMITTED", value: "1" }));
    const state = { ...inputs, __provider, region: host.service.region, status: "SUBMITTED" };
    await host.provider.diff("registration-h", state, { ...inputs, registrationId: "registration-2" });
    await host.provider.remove("registration-h", state);
    assert.ok(host.service.operations().includes("DiscardRegistrationVersion"));
  });

  it("succeeds when the registration is gone", async () => {
    const host = await hosted(() => ({ exception: "ResourceNotFoundException", Message: "no" }));
    await host.provider.remove("registration-h", { __provider });
    assert.deepEqual(host.service.operations(), ["DescribeRegistrationVersions"]);
  });
});
