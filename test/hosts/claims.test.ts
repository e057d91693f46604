import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Claims } from "../../provider/hosts/claims";

describe("the claims of a program", () => {
  it("speak against the delete of what it declares, and of nothing else", () => {
    const claims = new Claims();
    claims.claim("urn:a", "registration-1");
    assert.match(claims.objection("registration-1") ?? "", /registration-1 stays as it is/);
    assert.equal(claims.objection("registration-2"), undefined);
  });

  it("let go of what a resource was before it was replaced", () => {
    const claims = new Claims();
    claims.claim("urn:a", "registration-1");
    claims.claim("urn:a", "registration-2");
    assert.equal(claims.objection("registration-1"), undefined);
    assert.notEqual(claims.objection("registration-2"), undefined);
  });

  it("hold for two resources that are the same one", () => {
    const claims = new Claims();
    claims.claim("urn:a", "registration-1");
    claims.claim("urn:b", "registration-1");
    claims.claim("urn:b", "registration-2");
    assert.notEqual(claims.objection("registration-1"), undefined);
  });
});
