import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { MigrateError, movedUrn, rewrite } from "../../commands/migrate/rewrite";

const DYNAMIC = "pulumi-nodejs:dynamic/sms-registrations:";
const PLUGIN = "sms-registrations:index:";
const URN = "urn:pulumi:dev::shop::";
const NODEJS = `${URN}pulumi:providers:pulumi-nodejs::default`;
const PROVIDER = `${URN}pulumi:providers:sms-registrations::default`;
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };

const stack = { urn: `${URN}pulumi:pulumi:Stack::shop-dev`, custom: false, type: "pulumi:pulumi:Stack" };
const nodejs = { urn: NODEJS, custom: true, id: "n", type: "pulumi:providers:pulumi-nodejs" };
const provider = { urn: PROVIDER, custom: true, id: "p", type: "pulumi:providers:sms-registrations" };
const brand = {
  urn: `${URN}${DYNAMIC}Registration::brand`,
  custom: true,
  id: "registration-1",
  type: `${DYNAMIC}Registration`,
  inputs: { __provider: "require", registrationType: "A", identity: "i" },
  outputs: { __provider: "require", registrationType: "A", identity: "i", region: "us-east-1" },
  parent: stack.urn,
  provider: `${NODEJS}::n`,
  protect: true,
};
const version = {
  ...brand,
  urn: `${URN}${DYNAMIC}RegistrationVersion::brand`,
  type: `${DYNAMIC}RegistrationVersion`,
  inputs: { __provider: "require", registrationId: "registration-1", fields: { taxId: SECRET } },
  outputs: { region: "us-east-1", fields: { taxId: SECRET } },
  dependencies: [brand.urn],
  propertyDependencies: { registrationId: [brand.urn], fields: null },
  deletedWith: brand.urn,
  aliases: [`${URN}${DYNAMIC}RegistrationVersion::old`],
};
const exportOf = (...resources: object[]) => ({ version: 3, deployment: { manifest: { magic: "m" }, resources } });
const resourcesOf = (...resources: object[]) =>
  rewrite(exportOf(...resources), "p").exported.deployment.resources as unknown as Record<string, unknown>[];

describe("the rewriting of an export", () => {
  it("puts the resources under the plugin, with its provider before them, and all else as it was", () => {
    const moved = { provider: `${PROVIDER}::p`, parent: stack.urn, protect: true, custom: true, id: "registration-1" };
    const brandUrn = `${URN}${PLUGIN}Registration::brand`;
    assert.deepEqual(rewrite(exportOf(stack, nodejs, brand, version), "p"), {
      moved: 2,
      exported: exportOf(
        stack,
        { ...provider, inputs: { region: "us-east-1" }, outputs: { region: "us-east-1" } },
        {
          ...moved,
          urn: brandUrn,
          type: `${PLUGIN}Registration`,
          inputs: { registrationType: "A", identity: "i" },
          outputs: { registrationType: "A", identity: "i", region: "us-east-1" },
        },
        {
          ...moved,
          urn: `${URN}${PLUGIN}RegistrationVersion::brand`,
          type: `${PLUGIN}RegistrationVersion`,
          inputs: { registrationId: "registration-1", fields: { taxId: SECRET } },
          outputs: { region: "us-east-1", fields: { taxId: SECRET } },
          dependencies: [brandUrn],
          propertyDependencies: { registrationId: [brandUrn], fields: null },
          deletedWith: brandUrn,
          aliases: [`${URN}${PLUGIN}RegistrationVersion::old`],
        },
      ),
    });
  });

  it("keeps the provider of dynamic resources for others, which keep their own", () => {
    const other = {
      ...brand,
      urn: `${URN}pulumi-nodejs:dynamic/mine:Thing::t`,
      type: "pulumi-nodejs:dynamic/mine:Thing",
    };
    const found = resourcesOf(stack, nodejs, brand, other);
    assert.deepEqual(found.at(-1), other);
    assert.ok(found.some(({ urn }) => urn === NODEJS));
  });

  it("takes the plugin's own provider where the stack has one, and puts it before what it is for", () => {
    const found = resourcesOf(stack, brand, { ...provider, id: "own", inputs: { region: "eu-west-1" } });
    assert.deepEqual(
      found.map(({ urn, provider }) => [urn, provider]),
      [
        [stack.urn, undefined],
        [PROVIDER, undefined],
        [`${URN}${PLUGIN}Registration::brand`, `${PROVIDER}::own`],
      ],
    );
  });

  it("leaves the provider without a region where there are several", () => {
    const abroad = { ...brand, urn: `${URN}${DYNAMIC}Registration::eu`, outputs: { region: "eu-west-1" } };
    assert.deepEqual(resourcesOf(stack, brand, abroad).find(({ urn }) => urn === PROVIDER)?.inputs, {});
  });

  it("follows references to resources among outputs, and leaves texts alone", () => {
    const reference = (urn: string) => ({ [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn, id: "registration-1" });
    const outputs = { brand: [reference(brand.urn)], text: brand.urn, urn: brand.urn };
    const [found] = resourcesOf({ ...stack, outputs }, brand);
    const moved = `${URN}${PLUGIN}Registration::brand`;
    assert.deepEqual(found?.outputs, { ...outputs, brand: [reference(moved)] });
  });

  for (const [what, urn, moved] of [
    ["below a component", `my:Brand$${DYNAMIC}Registration::a`, `my:Brand$${PLUGIN}Registration::a`],
    ["as a parent", `${DYNAMIC}Registration$my:Thing::a`, `${PLUGIN}Registration$my:Thing::a`],
    ["but not in a name", `my:Thing::${DYNAMIC}Registration::b`, `my:Thing::${DYNAMIC}Registration::b`],
  ] as const) {
    it(`finds the type in a URN: ${what}`, () => {
      assert.equal(movedUrn(URN + urn), URN + moved);
    });
  }

  for (const [what, exported, message] of [
    ["no object", [], /deployment of version 3 or 4 is expected/],
    ["another version", { ...exportOf(brand), version: 2 }, /version 3 or 4/],
    ["a resource without a URN", exportOf({ type: "a" }), /version 3 or 4/],
    [
      "pending operations",
      { version: 3, deployment: { resources: [brand], pending_operations: [{ type: "creating" }] } },
      /has 1 pending operations: .* Run `pulumi up` or `pulumi refresh`/,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.throws(
        () => rewrite(exported, "p"),
        (error) => error instanceof MigrateError && message.test(error.message),
      );
    });
  }

  it("leaves a stack without such resources as it is, and a moved one when asked again, whatever stands in it", () => {
    const properties = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(properties, properties, (inputs, outputs) => {
        const other = { ...stack, inputs, outputs };
        assert.deepEqual(rewrite(exportOf(other), "p"), { exported: exportOf(other), moved: 0 });
        const once = rewrite(exportOf(other, { ...brand, inputs, outputs }), "p").exported;
        assert.deepEqual(rewrite(once, "another"), { exported: once, moved: 0 });
        assert.deepEqual(Object.keys(once.deployment.resources?.at(-1)?.inputs ?? {}).sort(), keysWithout(inputs));
      }),
    );
  });
});

function keysWithout(inputs: object): string[] {
  return Object.keys(inputs)
    .filter((key) => key !== "__provider")
    .sort();
}
