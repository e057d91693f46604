import assert from "node:assert/strict";
import { associationOf, missingAssociations } from "../../../provider/lifecycle/form/associations";
import type { SupportedAssociation } from "../../../provider/lifecycle/form/definition";
import { UNKNOWN } from "../../../provider/lifecycle/problem";

function rule(resourceType: string, associationBehavior: string, isoCountryCode?: string): SupportedAssociation {
  return { resourceType, associationBehavior, isoCountryCode, disassociationBehavior: "ANY" };
}
const campaign = [
  rule("registration", "ASSOCIATE_BEFORE_SUBMIT"),
  rule("phone-number", "ASSOCIATE_AFTER_COMPLETE", "US"),
];
const tollFree = [rule("phone-number", "ASSOCIATE_BEFORE_SUBMIT", "US")];
const missing = (resourceType: string, country?: { isoCountryCode: string }) => [
  { code: "missingAssociation", path: ["associations"], resourceType, ...country },
];
const phone = "phone-0123456789abcdef0123456789abcdef";
const brand = "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-0123456789abcdef0123456789abcdef";

describe("what must be associated before the submit", () => {
  const cases: [why: string, rules: SupportedAssociation[], ids: (string | typeof UNKNOWN)[], problems: unknown][] = [
    ["a campaign without anything lacks its brand", campaign, [], missing("registration")],
    ["a campaign with a number lacks its brand", campaign, [phone], missing("registration")],
    ["a campaign with its brand lacks nothing", campaign, [brand], []],
    ["a toll-free registration lacks its number", tollFree, [brand], missing("phone-number", { isoCountryCode: "US" })],
    ["a toll-free registration with its number lacks nothing", tollFree, [phone], []],
    ["something that is not known yet may be the number", tollFree, [UNKNOWN], []],
    ["an id that does not say what it is may be the number", tollFree, ["MYSENDER"], []],
    ["a sender id comes with the approval", [rule("sender-id", "ASSOCIATE_ON_APPROVAL", "ID")], [], []],
    ["a behavior of the future demands nothing", [rule("rcs-agent", "ASSOCIATE_SOMETIME")], [], []],
    ["a type without associations lacks nothing", [], [], []],
    [
      "countries are alternatives",
      [rule("PHONE_NUMBER", "ASSOCIATE_BEFORE_SUBMIT", "US"), rule("PHONE_NUMBER", "ASSOCIATE_BEFORE_SUBMIT", "CA")],
      [],
      missing("PHONE_NUMBER"),
    ],
  ];
  for (const [why, supportedAssociations, ids, problems] of cases) {
    it(why, () => {
      const associations = ids.map(associationOf);
      assert.deepEqual(missingAssociations({ supportedAssociations, associations, submit: true }), problems);
    });
  }

  it("is nothing without a submit, or while submit or the associations are not known", () => {
    const none = { supportedAssociations: campaign, associations: [] };
    const found = [
      missingAssociations({ ...none, submit: false }),
      missingAssociations({ ...none, submit: UNKNOWN }),
      missingAssociations({ ...none, associations: UNKNOWN, submit: true }),
    ];
    assert.deepEqual(found, [[], [], []]);
  });

  it("is not met by a number of another country", () => {
    const from = (isoCountryCode: string | typeof UNKNOWN) =>
      missingAssociations({
        supportedAssociations: tollFree,
        associations: [{ resourceType: "phone-number", isoCountryCode }],
        submit: true,
      });
    assert.deepEqual(
      [from("CA"), from("US"), from(UNKNOWN)],
      [missing("phone-number", { isoCountryCode: "US" }), [], []],
    );
  });
});
