import assert from "node:assert/strict";
import { TOLL_FREE } from "./forms";
import { Stack } from "./stack";

describe("an association, through the real engine", function () {
  this.timeout(120_000);
  let stack: Stack;
  let resourceId: string;
  before(async () => {
    stack = await Stack.create();
    resourceId = await stack.phoneNumber("TOLL_FREE");
  });
  after(() => stack?.close());

  const declare = (...associations: string[]) =>
    stack.declare({
      resources: [
        { type: "Registration", name: "toll-free", args: TOLL_FREE },
        ...associations.map((name) => ({
          type: "RegistrationAssociation",
          name,
          args: { registrationId: { $id: "toll-free" }, resourceId },
        })),
      ],
    });
  const associated = async () =>
    (await stack.control.account({ region: "us-east-1" })).registrations.map(({ associations }) => associations);

  it("is made once, tells what it is, and adopts what is there already", async () => {
    declare("number");
    await stack.up("--skip-preview");
    const { resourceType, isoCountryCode, phoneNumber } =
      (await stack.pulumi.resource("RegistrationAssociation")).outputs ?? {};
    assert.deepEqual([resourceType, isoCountryCode, phoneNumber], ["phone-number", "US", "+18005550100"]);
    declare("number", "again");
    const calls = await stack.callsOf(() => stack.up("--skip-preview"));
    assert.ok(!calls.includes("CreateRegistrationAssociation"), calls.join(", "));
    assert.deepEqual(await associated(), [[resourceId]]);
  });

  it("stays when its resource is taken out, which says so without a call", async () => {
    declare();
    let printed = "";
    const calls = await stack.callsOf(async () => {
      printed = await stack.up("--skip-preview");
    });
    assert.deepEqual(calls, []);
    assert.match(
      printed,
      /AWS has no operation to take an association back: phone-\w+ stays associated with registration-/,
    );
    assert.deepEqual(await associated(), [[resourceId]]);
  });

  it("of a number keeps the registration from being deleted, which says what to do", async () => {
    const printed = await stack.fails("destroy", "--yes", "--skip-preview");
    assert.match(printed, /RESOURCE_NOT_EMPTY.* Numbers are still associated with it\. Release them first/);
    await stack.control.release(resourceId);
    await stack.pulumi.must("destroy", "--yes", "--skip-preview");
    assert.deepEqual(await associated(), []);
  });
});
