import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Observation } from "../../provider/lifecycle/observation";
import { registrationAssociation } from "../../provider/lifecycle/registrationAssociation";

const inputs = (resourceId: string) => ({ registrationId: "registration-1", resourceId, waitForComplete: true });
const plan = (resourceId: string, observed: Observation) =>
  registrationAssociation.plan(undefined, inputs(resourceId), undefined, { associations: [], ...observed });

function registration(registrationStatus: string): Observation["registration"] {
  return {
    registrationId: "registration-1",
    registrationArn: "arn:aws:sms-voice:us-east-1:123456789012:registration/registration-1",
    registrationType: "US_TEN_DLC_CAMPAIGN_REGISTRATION",
    registrationStatus,
    currentVersionNumber: 1,
    createdTimestamp: "2026-01-01T00:00:00.000Z",
  };
}

describe("an association that waits", () => {
  it("looks at the brand that a campaign is to be associated with", () => {
    const look = plan("registration-2", {});
    assert.deepEqual(look, { move: "look", parts: ["registration"], of: "registration-2" });
  });

  it("looks at the campaign that is to take a number", () => {
    assert.deepEqual(plan("phone-1", {}), { move: "look", parts: ["registration"], of: "registration-1" });
  });

  it("waits while it is on its way, associates once it is COMPLETE, and gives up when it never will be", () => {
    assert.equal(plan("phone-1", { registration: registration("PROVISIONING") }).move, "wait");
    const operation = "createRegistrationAssociation";
    assert.deepEqual(plan("phone-1", { registration: registration("COMPLETE") }), {
      move: "apply",
      steps: [{ operation, registrationId: "registration-1", resourceId: "phone-1" }],
    });
    assert.equal(plan("phone-1", { registration: registration("REQUIRES_UPDATES") }).move, "refuse");
  });
});
