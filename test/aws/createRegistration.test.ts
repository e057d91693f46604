import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Step } from "../../provider/lifecycle/step";
import { applied } from "./applied";
import { wireRegistration } from "./cannedService";

describe("creating a registration", () => {
  const create: Step = {
    operation: "createRegistration",
    registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
    tags: { team: "sms" },
    identity: "urn:1",
  };
  const now = () => ({ CreatedTimestamp: Date.now() / 1000 });

  it("repeats the same ClientToken when the answer is lost", async () => {
    const { service, error } = await applied([create], (_operation, _request, nth) =>
      nth === 0 ? "connection lost" : wireRegistration(now()),
    );
    assert.equal(error, undefined);
    const tokens = service.calls.map(([, request]) => request.ClientToken);
    assert.equal(tokens.length, 2);
    assert.equal(new Set(tokens).size, 1);
    assert.match(String(tokens[0]), /^[!-~]{1,64}$/);
    assert.deepEqual(service.calls[1]?.[1], {
      RegistrationType: "US_TEN_DLC_BRAND_REGISTRATION",
      ClientToken: tokens[0],
      Tags: [{ Key: "team", Value: "sms" }],
    });
  });

  it("takes the next token when the first one answers with a registration that is deleted", async () => {
    const { service, noted, error } = await applied([create], (operation, _request, nth) => {
      if (operation === "DescribeRegistrations")
        return { Registrations: [wireRegistration({ RegistrationStatus: "DELETED" })] };
      return wireRegistration(nth === 0 ? {} : { RegistrationId: "registration-2", ...now() });
    });
    assert.equal(error, undefined);
    assert.deepEqual(service.operations(), ["CreateRegistration", "DescribeRegistrations", "CreateRegistration"]);
    assert.notEqual(service.calls[0]?.[1].ClientToken, service.calls[2]?.[1].ClientToken);
    assert.equal(noted.length, 1);
  });

  it("takes the registration that was made with its token and other tags", async () => {
    const used = { exception: "ConflictException", ResourceType: "registration", ResourceId: "registration-used" };
    const { service, error } = await applied([create], (operation) =>
      operation === "CreateRegistration"
        ? { ...used, Message: "no" }
        : { Registrations: [wireRegistration({ RegistrationId: "registration-used" })] },
    );
    assert.equal(error, undefined);
    assert.deepEqual(service.operations(), ["CreateRegistration", "DescribeRegistrations"]);
    assert.deepEqual(service.calls[1]?.[1].RegistrationIds, ["registration-used"]);
  });

  it("takes another token for another type, so that it can replace the first one", async () => {
    const { service } = await applied(
      [create, { ...create, registrationType: "US_TOLL_FREE_REGISTRATION" }],
      (_operation, _request, nth) => wireRegistration({ RegistrationId: `registration-${nth}`, ...now() }),
    );
    const [first, second] = service.calls.map(([, request]) => request.ClientToken);
    assert.notEqual(first, second);
  });

  it("needs no call to know what a registration holds that it has just made", async () => {
    const { service } = await applied([create], () =>
      wireRegistration({ RegistrationId: "registration-fresh", ...now() }),
    );
    const observed = await service.aws.observe("registration-fresh", ["newestVersion", "values"]);
    assert.equal(service.calls.length, 1);
    assert.deepEqual(observed.values, { values: new Map(), mayAlsoHold: new Set(), fieldFeedback: [] });
  });

  it("looks at a registration that an earlier run has made with the same token", async () => {
    const { service } = await applied([create], (operation) =>
      operation === "CreateRegistration"
        ? wireRegistration({ RegistrationId: "registration-old" })
        : {
            Registrations: [wireRegistration({ RegistrationId: "registration-old", RegistrationStatus: "SUBMITTED" })],
          },
    );
    assert.deepEqual(service.operations(), ["CreateRegistration", "DescribeRegistrations"]);
  });
});
