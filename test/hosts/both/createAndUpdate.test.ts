import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { CannedAnswer } from "../../aws/cannedService";
import { HOSTS } from "../../proof/process";
import { created, failure, GONE, hosted, ID, inputs, REFUSED, registrationWith, secret, started, told } from "./hosted";

for (const host of HOSTS) {
  describe(`${host}: create`, () => {
    it("returns the id and the state, with the region", async () => {
      const { service, version } = await hosted(host, registrationWith({ status: "DRAFT" }));
      const { id, outs = {} } = await version.create(inputs);
      const { fields, status, region } = outs;
      assert.deepEqual([id, fields, status, region], [ID, { a: "1" }, "SUBMITTED", service.region]);
    });

    it("marks what identifies somebody as secret, whatever the program says", async () => {
      const fields = { "companyInfo.taxId": "123456789", a: "1" };
      const { version } = await hosted(host, registrationWith({ status: "DRAFT" }));
      const { outs = {} } = await version.create({ ...inputs, fields });
      assert.deepEqual(outs.fields, { a: "1", "companyInfo.taxId": secret("123456789") });
    });

    it("leaves nothing in the state when nothing was done", async () => {
      const { version } = await hosted(host, GONE);
      const error = await failure(version.create(inputs));
      assert.match(error.message, /does not exist in this account and region/);
      assert.deepEqual([error.id, error.properties, error.reasons], [undefined, undefined, undefined]);
    });

    it("keeps the resource in the state when it came half-way, with the reason, and goes on from there", async () => {
      let refusals: Record<string, CannedAnswer> = REFUSED;
      const { version, service } = await hosted(
        host,
        registrationWith({ status: "DRAFT" }, () => refusals),
      );
      const error = await failure(version.create(inputs));
      assert.equal(error.id, ID);
      assert.match(error.message, /^SubmitRegistrationVersion failed \(registration-h\): no \(ValidationException\)/);
      assert.deepEqual(error.reasons, [error.message]);
      const { properties = {} } = error;
      assert.deepEqual(
        [properties.fields, properties.registrationId, properties.region],
        [undefined, ID, service.region],
      );
      refusals = {};
      service.calls.length = 0;
      const { outs = {} } = await version.update(ID, properties, inputs);
      assert.deepEqual([outs.status, outs.fields], ["SUBMITTED", { a: "1" }]);
      assert.ok(!service.operations().includes("PutRegistrationFieldValue"));
    });
  });

  describe(`${host}: update`, () => {
    it("makes no write when the service holds what is declared", async () => {
      const on = await hosted(host, registrationWith({ status: "DRAFT" }));
      const state = await created(on);
      const { outs = {} } = await on.version.update(ID, state, { ...inputs, whileInReview: "discard" });
      assert.deepEqual(on.service.operations(), ["DescribeRegistrationVersions"]);
      assert.deepEqual(outs, { ...state, whileInReview: "discard" });
    });

    it("stays in the region that the resource was made in, whatever the stack says", async () => {
      const first = await hosted(host, registrationWith({ status: "DRAFT" }));
      const state = await created(first);
      const { endpoint } = first.service;
      const second = await started({ endpoint, region: "another-1", host });
      const { outs = {} } = await second.RegistrationVersion.update(ID, state, inputs);
      assert.equal(outs.region, first.service.region);
    });

    it("refuses to change what is reviewed, and keeps nothing of it", async () => {
      const on = await hosted(host, registrationWith({ status: "DRAFT" }));
      const state = await created(on);
      const error = await failure(on.version.update(ID, state, { ...inputs, fields: { a: "2" } }));
      assert.match(error.message, /is SUBMITTED and holds other field values than the declared ones/);
      assert.equal(error.properties, undefined);
    });

    it("keeps the resource when a wait is over, and says how to go on", async () => {
      const on = await hosted(host, registrationWith({ status: "REVIEWING", value: "1" }));
      const error = await failure(on.version.create({ ...inputs, waitFor: "approved", waitTimeout: "1s" }));
      assert.match(error.message, /is REVIEWING, after .*the time to wait is over.*`waitTimeout`/);
      assert.equal(error.id, ID);
      await told(on, /^Version 1 of registration-h is REVIEWING \(0 s of at most 1 s\)/);
    });
  });
}
