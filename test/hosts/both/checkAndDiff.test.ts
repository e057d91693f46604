import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { HOSTS, type Properties } from "../../proof/process";
import { created, type Hosted, hosted, ID, inputs, registrationWith, secret, told, UNKNOWN } from "./hosted";

for (const host of HOSTS) {
  describe(`${host}: check`, () => {
    let on: Hosted;
    before(async () => {
      on = await hosted(host, registrationWith({ status: "DRAFT" }));
    });

    it("hands the arguments on as they came, with what is unknown and what is secret", async () => {
      const news = { ...inputs, registrationId: UNKNOWN, fields: { a: secret("1"), b: UNKNOWN } };
      const { inputs: checked, failures } = await on.version.check({}, news);
      assert.deepEqual([checked, failures], [news, []]);
    });

    it("reports all problems, each by its path and without a value", async () => {
      const hidden = "12-3456789";
      const news = {
        ...inputs,
        registrationId: `${hidden}!`,
        submit: "yes",
        fields: { a: { taxId: hidden }, "b c": hidden },
      };
      const { failures = [] } = await on.version.check({}, news);
      assert.deepEqual(
        failures.map(({ reason }) => reason.split(":")[0]),
        ["registrationId", "submit", "fields.a", 'fields["b c"]'],
      );
      assert.ok(!JSON.stringify(failures).includes(hidden));
      // The engine prints the value of a property that is named: the plugin names those that are single and no secret.
      const named = host === "plugin" ? ["registrationId", "submit", "", ""] : ["", "", "", ""];
      assert.deepEqual(
        failures.map(({ property }) => property),
        named,
      );
    });

    it("says what is wrong with each resource in the same words", async () => {
      const { Registration, RegistrationAssociation, RegistrationAttachment } = on.process;
      const wrong = [
        await Registration.check({}, { registrationType: 7, tags: { a: 1 } }),
        await RegistrationAssociation.check({}, { registrationId: "registration-1" }),
        await RegistrationAttachment.check({}, { file: "/nowhere.png", url: "https://example.com" }),
      ];
      assert.deepEqual(
        wrong.map(({ failures = [] }) => failures.map(({ reason }) => reason)),
        [
          [
            "registrationType: a string is expected, not number",
            "tags.a: a text of at most 256 characters is expected",
          ],
          ["resourceId: a string is expected, not nothing"],
          [
            "file: /nowhere.png does not exist",
            "url: an s3://bucket/key URL without spaces is expected",
            "file: either `file` or `url` is expected, not both",
          ],
        ],
      );
    });
  });

  describe(`${host}: diff`, () => {
    let on: Hosted;
    let state: Properties;
    before(async () => {
      on = await hosted(host, registrationWith({ status: "DRAFT" }));
      state = await created(on);
    });

    for (const [what, change, expected] of [
      ["nothing changed", {}, { changes: false, replaces: [] }],
      ["a field changed", { fields: { a: "2" } }, { changes: true, replaces: [] }],
      ["a field became secret", { fields: { a: secret("1") } }, { changes: false, replaces: [] }],
      ["a field is not known yet", { fields: { a: UNKNOWN } }, { changes: true, replaces: [] }],
      [
        "the registration changed",
        { registrationId: "registration-2" },
        { changes: true, replaces: ["registrationId"] },
      ],
      [
        "the registration is not known yet",
        { registrationId: UNKNOWN },
        { changes: true, replaces: ["registrationId"] },
      ],
      ["the region changed", { region: "eu-west-1" }, { changes: true, replaces: ["region"] }],
    ] as const) {
      it(`says ${JSON.stringify(expected)} when ${what}`, async () => {
        assert.deepEqual(await on.version.diff(ID, state, { ...inputs, ...change }, inputs), expected);
      });
    }

    it("finds no other region where the one it is in is written down", async () => {
      const news = { ...inputs, region: on.service.region };
      assert.deepEqual(await on.version.diff(ID, state, news, inputs), { changes: false, replaces: [] });
    });

    it("makes no call", () => {
      assert.deepEqual(on.service.calls, []);
    });

    it("tells why what is declared was denied", async () => {
      await on.version.diff(ID, { ...state, status: "DENIED" }, inputs, inputs);
      await told(on, /^warning: Version 1 of registration-h is DENIED:/);
    });
  });
}
