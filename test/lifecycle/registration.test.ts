import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GONE, type Observation } from "../../provider/lifecycle/observation";
import { printProblem } from "../../provider/lifecycle/printProblem";
import { UNKNOWN } from "../../provider/lifecycle/problem";
import { type RegistrationInputs, registration } from "../../provider/lifecycle/registration";
import { REGISTRATION } from "./registrationVersion/follow";

const inputs: RegistrationInputs = { registrationType: "US_TEN_DLC_BRAND_REGISTRATION", identity: "urn:1" };
const resourceArn = REGISTRATION.registrationArn;

function plan(id: string | undefined, tags: Record<string, string> | undefined, observed: Observation) {
  return registration.plan(id, { ...inputs, tags }, undefined, observed);
}

/** As the next run finds it. */
function stored<T>(state: T): T {
  return JSON.parse(JSON.stringify(state));
}

describe("a registration that is new to the stack", () => {
  it("is created, with its tags", () => {
    const { registrationType, identity } = inputs;
    const create = (tags: object) => ({
      move: "apply",
      steps: [{ operation: "createRegistration", registrationType, tags, identity }],
    });
    assert.deepEqual(plan(undefined, { team: "sms" }, {}), create({ team: "sms" }));
    assert.deepEqual(plan(undefined, undefined, {}), create({}));
  });

  it("is done when it was just made", () => {
    const observed = { registration: REGISTRATION, tags: { team: "sms" } };
    assert.deepEqual(plan("registration-1", { team: "sms" }, observed), { move: "done" });
  });

  it("has its tags looked at when an earlier run made it, with other tags perhaps", () => {
    assert.deepEqual(plan("registration-1", {}, { registration: REGISTRATION }), { move: "look", parts: ["tags"] });
  });
});

describe("a registration in the stack", () => {
  it("is looked at before anything is written", () => {
    assert.deepEqual(plan("registration-1", {}, { tags: {} }), { move: "look", parts: ["registration"] });
  });

  it("gets the tags that are missing or differ, and loses those that are not declared", () => {
    const observed = { registration: REGISTRATION, tags: { kept: "1", changed: "old", stray: "x" } };
    assert.deepEqual(plan("registration-1", { kept: "1", changed: "new", added: "2" }, observed), {
      move: "apply",
      steps: [
        { operation: "untagResource", resourceArn, tagKeys: ["stray"] },
        { operation: "tagResource", resourceArn, tags: { changed: "new", added: "2" } },
      ],
    });
  });

  it("is refused when it is gone", () => {
    const move = plan("registration-1", {}, { registration: GONE, tags: {} });
    assert.equal(move.move === "refuse" && move.refusal.code, "REGISTRATION_NOT_FOUND");
  });

  it("is deleted by one call, and by none when it is gone", () => {
    assert.deepEqual(registration.planDelete("registration-1", {}), {
      move: "apply",
      steps: [{ operation: "deleteRegistration", registrationId: "registration-1" }],
    });
    assert.deepEqual(registration.planDelete("registration-1", { registration: GONE }), { move: "done" });
  });

  it("is another one when its type changes, and the same when its identity does", () => {
    const state = { ...inputs, registrationStatus: "CREATED" };
    assert.deepEqual(registration.replaces("registration-1", state, { ...inputs, registrationType: "OTHER" }), [
      "registrationType",
    ]);
    assert.deepEqual(registration.replaces("registration-1", state, { ...inputs, registrationType: UNKNOWN }), [
      "registrationType",
    ]);
    assert.deepEqual(registration.replaces("registration-1", state, { ...inputs, identity: "urn:2" }), []);
    assert.equal(registration.isReached(state, { ...inputs, identity: "urn:2" }), true);
    assert.equal(registration.isReached(state, { ...inputs, tags: { a: "1" } }), false);
  });
});

describe("the state of a registration", () => {
  const { registrationId: _, registrationType: __, ...outputs } = REGISTRATION;
  const observed: Observation = { registration: REGISTRATION, tags: { team: "sms" } };

  it("holds what was declared and what the service says", () => {
    assert.deepEqual(registration.outputs(inputs, undefined, observed), { ...inputs, ...outputs });
  });

  it("of a refresh shows the tags as they are", () => {
    const declared = { ...inputs, tags: { team: "voice" } };
    assert.deepEqual(stored(registration.read("registration-1", { ...declared, ...outputs }, observed)), {
      inputs: { ...inputs, tags: { team: "sms" } },
      state: { ...inputs, tags: { team: "sms" }, ...outputs },
    });
    assert.equal(registration.read("registration-1", inputs, { registration: GONE }), undefined);
  });

  it("of a refresh leaves the tags out where the program declares none: they are somebody else's", () => {
    assert.equal(registration.read("registration-1", { ...inputs, ...outputs }, observed)?.inputs.tags, undefined);
  });

  it("of a refresh tells no tags from an empty list of them as the program does", () => {
    const read = (tags: Record<string, string> | undefined) =>
      registration.read("registration-1", { ...inputs, tags }, { registration: REGISTRATION, tags: {} })?.inputs.tags;
    assert.deepEqual([read(undefined), read({}), read({ gone: "1" })], [undefined, {}, {}]);
  });

  it("of `get` has an identity of its own", () => {
    assert.equal(registration.read("registration-1", {}, observed)?.inputs.identity, "registration-1");
  });

  it("of an unfinished run makes the next one look at the tags: a removal that got lost is made up for", () => {
    const declared = { ...inputs, tags: { new: "1" } };
    const state = stored(registration.unfinished(declared, undefined, {}));
    assert.equal(registration.isReached(state, { ...inputs, tags: undefined }), false);
    assert.deepEqual(registration.recall(state), {});
    const seen: Observation = { registration: REGISTRATION, tags: { old: "1" } };
    assert.deepEqual(registration.plan("registration-1", declared, state, seen), {
      move: "apply",
      steps: [
        { operation: "untagResource", resourceArn, tagKeys: ["old"] },
        { operation: "tagResource", resourceArn, tags: { new: "1" } },
      ],
    });
  });

  it("of a finished run spares the next one the look at the tags", () => {
    assert.deepEqual(registration.recall({ ...inputs, tags: { a: "1" }, ...outputs }), { tags: { a: "1" } });
    assert.deepEqual(registration.recall({ ...inputs, ...outputs }), { tags: {} });
  });
});

describe("the arguments of a registration", () => {
  const codes = (given: object) => registration.check(given).map(({ path, code }) => `${path.join(" > ")}: ${code}`);

  it("are fine when they are complete, or unknown still", () => {
    assert.deepEqual(codes({ ...inputs, tags: { team: "sms", empty: "" }, region: "us-east-1" }), []);
    assert.deepEqual(codes({ registrationType: UNKNOWN, identity: UNKNOWN, tags: UNKNOWN, region: UNKNOWN }), []);
    assert.deepEqual(codes({ ...inputs, tags: { team: UNKNOWN } }), []);
  });

  it("have all their problems reported together", () => {
    const many = Object.fromEntries(Array.from({ length: 199 }, (_, n) => [`tag${n}`, "1"]));
    assert.deepEqual(
      codes({ registrationType: "no type", region: 1, tags: { ...many, "": "1", long: "x".repeat(257) } }),
      ["registrationType: pattern", "region: type", "tags > : key", "tags > long: type", "tags: tooMany"],
    );
    assert.deepEqual(codes({ tags: "team" }), ["registrationType: required", "tags: type"]);
  });

  it("do not show the value of a tag", () => {
    const [problem] = registration.check({ ...inputs, tags: { team: "s3cret".repeat(50) } });
    assert.ok(problem && !printProblem(problem).includes("s3cret"));
  });
});

describe("an adopted registration", () => {
  const adopting: RegistrationInputs = { ...inputs, adopt: "registration-1" };
  const plan = (declared: RegistrationInputs, observed: Observation) =>
    registration.plan(registration.id(declared), declared, undefined, observed);

  it("is looked at, not created, and not changed", () => {
    assert.deepEqual(plan(adopting, {}), { move: "look", parts: ["registration"] });
    assert.deepEqual(plan(adopting, { registration: REGISTRATION }), { move: "done" });
  });

  it("gets the tags that are declared", () => {
    const declared = { ...adopting, tags: { team: "sms" } };
    assert.deepEqual(plan(declared, { registration: REGISTRATION }), { move: "look", parts: ["tags"] });
    assert.deepEqual(plan(declared, { registration: REGISTRATION, tags: {} }), {
      move: "apply",
      steps: [{ operation: "tagResource", resourceArn, tags: { team: "sms" } }],
    });
  });

  it("must exist, and be of the declared type", () => {
    const refusals = [GONE, { ...REGISTRATION, registrationType: "US_TOLL_FREE_REGISTRATION" }].map((found) => {
      const move = plan(adopting, { registration: found as typeof REGISTRATION });
      return move.move === "refuse" ? [move.refusal.code, move.refusal.keep] : move;
    });
    assert.deepEqual(refusals, [
      ["REGISTRATION_NOT_FOUND", false],
      ["REGISTRATION_TYPE_DIFFERS", false],
    ]);
  });

  it("stays when `adopt` is removed, and is replaced by another id", () => {
    const state = { ...adopting };
    assert.deepEqual(registration.replaces("registration-1", state, inputs), []);
    assert.deepEqual(registration.replaces("registration-1", state, adopting), []);
    assert.deepEqual(registration.replaces("registration-1", state, { ...inputs, adopt: "registration-2" }), ["adopt"]);
  });
});
