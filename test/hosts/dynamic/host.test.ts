import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { dynamicProvider } from "../../../provider/hosts/dynamic/host";
import { LIFECYCLES } from "../../../provider/hosts/registry";
import { cannedService, wireRegistration, wireVersion } from "../../aws/cannedService";

/** What both hosts do is in test/hosts/both; this is what only the dynamic one has to care for. */
describe("the serialized provider, which the dynamic host finds among the arguments and in the state", () => {
  const __provider = 'require("pulumi-sms-registrations/dynamic/registrationVersion.js")';
  const inputs = { __provider, registrationId: "registration-h", fields: { a: "1" }, validation: "off" };
  let provider: Required<ReturnType<typeof dynamicProvider>>;
  let isRefusing = false;

  before(async () => {
    const service = await cannedService((operation) => {
      if (isRefusing && operation === "SubmitRegistrationVersion") {
        return { exception: "ValidationException", Message: "no" };
      }
      const current = wireVersion(1, operation === "SubmitRegistrationVersion" ? "SUBMITTED" : "DRAFT");
      const Registrations = [wireRegistration({ RegistrationId: "registration-h" })];
      const { RegistrationArn } = wireRegistration();
      return {
        RegistrationArn,
        Registrations,
        RegistrationVersions: [current],
        RegistrationFieldValues: [{ FieldPath: "a", TextValue: "1" }],
        ...current,
      };
    });
    provider = dynamicProvider(LIFECYCLES.RegistrationVersion) as Required<ReturnType<typeof dynamicProvider>>;
    const get = (key: string) => (key === "aws:region" ? service.region : undefined);
    await provider.configure({ config: { get, require: (key) => get(key) ?? "" } });
  });

  it("is handed on by a check", async () => {
    assert.deepEqual(await provider.check({}, inputs), { inputs, failures: [] });
  });

  it("is not in what a create answers with: the engine puts it there", async () => {
    const { outs = {} } = await provider.create(inputs);
    assert.equal(Object.hasOwn(outs, "__provider"), false);
    assert.deepEqual(outs, JSON.parse(JSON.stringify(outs)));
  });

  it("is in what came half-way, or refresh and destroy would find no provider", async () => {
    isRefusing = true;
    const failure = (error: { properties?: Record<string, unknown> }) => error.properties ?? {};
    const created = await provider.create(inputs).then(() => assert.fail("It succeeded."), failure);
    assert.equal(created.__provider, __provider);
    const update = provider.update("registration-h", created, inputs);
    const updated = await update.then(() => assert.fail("It succeeded."), failure);
    assert.equal(updated.__provider, __provider);
  });
});
