import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HOSTS } from "../../proof/process";
import { created, GONE, type Held, hosted, ID, inputs, registrationWith, told } from "./hosted";

for (const host of HOSTS) {
  describe(`${host}: read`, () => {
    it("returns state and inputs in which a change made elsewhere shows", async () => {
      const held: Held = { status: "DRAFT" };
      const on = await hosted(host, registrationWith(held));
      const state = await created(on);
      Object.assign(held, { value: "CHANGED", status: "DENIED" });
      const { id, props = {}, inputs: found = {} } = await on.version.read(ID, state, inputs);
      assert.deepEqual(
        [id, props.status, props.fields, found.fields],
        [ID, "DENIED", { a: "CHANGED" }, { a: "CHANGED" }],
      );
      assert.deepEqual(await on.version.diff(ID, props, inputs, found), { changes: true, replaces: [] });
    });

    it("reads what is managed elsewhere from its id alone", async () => {
      const { version } = await hosted(host, registrationWith({ status: "APPROVED", value: "1" }));
      const { props = {}, inputs: found } = await version.read(ID);
      assert.deepEqual([props.status, props.fields], ["APPROVED", { a: "1" }]);
      assert.deepEqual(found, { registrationId: ID, fields: { a: "1" } });
    });

    it("leaves a draft that is read from its id alone a draft, where it can be imported", async () => {
      const { version } = await hosted(host, registrationWith({ status: "DRAFT", value: "1" }));
      const { inputs: found = {} } = await version.read(ID);
      assert.equal(found.submit, host === "plugin" ? false : undefined);
    });

    it("answers with an empty id when it is gone", async () => {
      const { version } = await hosted(host, GONE);
      const { id, props } = await version.read(ID, { region: "us-east-1" }, inputs);
      assert.deepEqual([id, props], ["", {}]);
    });
  });

  describe(`${host}: delete`, () => {
    it("discards the version in the region that the state names", async () => {
      const { version, service } = await hosted(host, registrationWith({ status: "SUBMITTED", value: "1" }));
      await version.delete(ID, { region: service.region });
      assert.deepEqual(service.operations(), ["DescribeRegistrationVersions", "DiscardRegistrationVersion"]);
    });

    it("says that a final version has nothing to discard", async () => {
      const on = await hosted(host, registrationWith({ status: "APPROVED", value: "1" }));
      await on.version.delete(ID, { region: on.service.region });
      await told(on, /is APPROVED: there is nothing to discard/);
    });

    it("leaves what a create of the same run has found, as when the resource was renamed or replaced by itself", async () => {
      const on = await hosted(host, registrationWith({ status: "SUBMITTED", value: "1" }));
      const state = await created(on);
      await on.version.delete(ID, state);
      assert.deepEqual(on.service.calls, []);
    });

    it("leaves what the program still declares, as after a run that died between a create and its delete", async () => {
      const { version, service } = await hosted(host, registrationWith({ status: "SUBMITTED", value: "1" }));
      const state = { ...inputs, region: service.region, status: "SUBMITTED" };
      await version.diff(ID, state, inputs, inputs);
      await version.delete(ID, state);
      assert.deepEqual(service.calls, []);
    });

    it("takes away what the program replaces by another one", async () => {
      const { version, service } = await hosted(host, registrationWith({ status: "SUBMITTED", value: "1" }));
      const state = { ...inputs, region: service.region, status: "SUBMITTED" };
      await version.diff(ID, state, { ...inputs, registrationId: "registration-2" }, inputs);
      await version.delete(ID, state);
      assert.ok(service.operations().includes("DiscardRegistrationVersion"));
    });

    it("succeeds when the registration is gone", async () => {
      const { version, service } = await hosted(host, GONE);
      await version.delete(ID, { region: service.region });
      assert.deepEqual(service.operations(), ["DescribeRegistrationVersions"]);
    });
  });
}
