import assert from "node:assert/strict";
import path from "node:path";
import { dynamicProvider } from "../../provider/hosts/dynamic/host";
import { LIFECYCLES, type ResourceType } from "../../provider/hosts/registry";
import { accountIdOf } from "../../simulator";
import { CALLS } from "../../tools/docs/iam";
import { TOLL_FREE_FIELDS } from "../e2e/forms";
import { brand, region, simulated } from "../simulator/simulated";

const KEY = "AKIDEXAMPLE";
const TOLL_FREE = "US_TOLL_FREE_REGISTRATION";
const PICTURE = path.resolve(__dirname, "../../examples/typescript-toll-free/opt-in.png");

/** docs/iam.md tells what to allow: each resource lives through all that it can, and the calls are compared. */
describe("the permissions that a resource needs", function () {
  this.timeout(20_000);
  const simulator = simulated({ clock: "real", startTime: undefined });
  const environment = { ...process.env };
  before(() => Object.assign(process.env, { AWS_ACCESS_KEY_ID: KEY, AWS_SECRET_ACCESS_KEY: "not checked" }));
  after(() => {
    process.env = environment;
  });

  it("are those that docs/iam.md lists for a Registration", async () => {
    const registration = await host("Registration");
    const created = await registration.create({ registrationType: brand, identity: "a", tags: { a: "1" } });
    await registration.update(created, { registrationType: brand, identity: "a", tags: { b: "2" } });
    await registration.read(created);
    await registration.remove(created);
    await assertCalls("Registration");
  });

  it("are those that docs/iam.md lists for a RegistrationAttachment", async () => {
    const attachment = await host("RegistrationAttachment");
    const created = await attachment.create({ file: PICTURE, identity: "a", tags: { a: "1" } });
    await attachment.update(created, { file: PICTURE, identity: "a", tags: { b: "2" } });
    await attachment.read(created);
    await attachment.remove(created);
    await assertCalls("RegistrationAttachment");
  });

  it("are those that docs/iam.md lists for a RegistrationAssociation", async () => {
    const association = await host("RegistrationAssociation");
    const registrationId = await simulator.registration(TOLL_FREE);
    await simulator.control.setStatus(registrationId, { registrationStatus: "COMPLETE" });
    const resourceId = await phoneNumber();
    await simulator.control.clearCalls();
    const created = await association.create({ registrationId, resourceId, waitForComplete: true });
    await association.read(created);
    await association.remove(created);
    await assertCalls("RegistrationAssociation");
  });

  it("are those that docs/iam.md lists for a RegistrationVersion", async () => {
    const version = await host("RegistrationVersion");
    const registrationId = await simulator.registration(TOLL_FREE);
    const associations = [await phoneNumber()];
    const fields = { ...TOLL_FREE_FIELDS, "messagingUseCase.optInImage": { attachmentId: await attached() } };
    const args = { registrationId, associations, fields: { ...fields, "messageSamples.messageSample3": "More." } };
    await simulator.control.clearCalls();
    await version.preview(args);
    const draft = await version.create({ ...args, submit: false });
    const submitted = await version.update(draft, { ...args, fields });
    await simulator.control.setStatus(registrationId, { versionStatus: "DENIED" });
    const denied = await version.read(submitted);
    const again = await version.update(denied, { ...args, fields, resubmitTrigger: "again" });
    await version.remove(again);
    await assertCalls("RegistrationVersion");
  });

  async function assertCalls(type: ResourceType) {
    const called = (await simulator.control.calls()).map(({ operation }) => lowerCamel(operation));
    assert.deepEqual([...new Set(called)].sort(), [...CALLS[type]].sort());
  }

  interface Resource {
    id: string;
    outs: Record<string, unknown>;
  }

  async function host(type: ResourceType) {
    const config: Record<string, string> = { "aws:region": region, "sms-registrations:endpoint": simulator.url };
    const get = (key: string) => config[key];
    const process = async () => {
      const provider = dynamicProvider<object, object>(LIFECYCLES[type] as never);
      await provider.configure?.({ config: { get, require: (key) => get(key) ?? "" } });
      return provider;
    };
    const provider = await process();
    const checked = async (old: Record<string, unknown>, args: Record<string, unknown>) => {
      const { inputs, failures } = (await provider.check?.(old, args)) ?? {};
      assert.deepEqual(failures, []);
      return inputs as Record<string, unknown>;
    };
    return {
      preview: (args: Record<string, unknown>) => checked({}, args),
      create: async (args: Record<string, unknown>): Promise<Resource> => {
        const { id, outs = {} } = await provider.create(await checked({}, args));
        return { id: String(id), outs };
      },
      update: async ({ id, outs }: Resource, args: Record<string, unknown>): Promise<Resource> => {
        const updated = await provider.update?.(id, outs, await checked(outs, args));
        return { id, outs: updated?.outs ?? {} };
      },
      read: async ({ id, outs }: Resource): Promise<Resource> => {
        const found = await provider.read?.(id, outs);
        assert.ok(found?.id, "It is gone.");
        return { id, outs: { ...found.props } };
      },
      // A run deletes nothing that it has made.
      remove: async ({ id, outs }: Resource) => (await process()).delete?.(id, outs),
    };
  }

  async function phoneNumber(): Promise<string> {
    const accountId = accountIdOf(KEY);
    const number = { accountId, region, phoneNumber: "+18005550100", numberType: "TOLL_FREE" };
    return (await simulator.control.addPhoneNumber(number)).id;
  }

  async function attached(): Promise<string> {
    const request = { AttachmentUrl: "s3://bucket/opt-in.png" };
    const { RegistrationAttachmentId } = await simulator.call<{ RegistrationAttachmentId: string }>(
      "CreateRegistrationAttachment",
      request,
    );
    return RegistrationAttachmentId;
  }
});

function lowerCamel(operation: string): string {
  return operation.charAt(0).toLowerCase() + operation.slice(1);
}
