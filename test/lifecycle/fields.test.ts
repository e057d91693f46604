import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { declaredFields, type FieldInput, fieldInputs, sameFields, sameValue } from "../../provider/lifecycle/fields";

/** As the engine hands it over: `__proto__` is a key like any other. */
function withOwnProto(value: unknown): Record<string, FieldInput> {
  return JSON.parse(`{"__proto__": ${JSON.stringify(value)}}`);
}

describe("declared fields", () => {
  it("are texts, choices and attachments by field path", () => {
    assert.deepEqual(
      declaredFields({ text: "1", choices: ["A"], attachment: { attachmentId: "attachment-1" } }),
      new Map<string, object>([
        ["text", { text: "1" }],
        ["choices", { choices: ["A"] }],
        ["attachment", { attachmentId: "attachment-1" }],
      ]),
    );
  });

  it("leave out what has no value", () => {
    assert.deepEqual(declaredFields({ a: undefined, b: null as never, c: "1" }), new Map([["c", { text: "1" }]]));
    assert.deepEqual(declaredFields(undefined), new Map());
  });

  it("take __proto__ for a field path, and inherited properties for none", () => {
    assert.deepEqual(declaredFields(withOwnProto("1")), new Map([["__proto__", { text: "1" }]]));
    assert.deepEqual(declaredFields(Object.create({ inherited: "1" })), new Map());
  });
});

describe("two values", () => {
  it("are the same when they hold the same choices in another order", () => {
    assert.ok(sameValue({ choices: ["A", "B"] }, { choices: ["B", "A"] }));
    assert.ok(!sameValue({ choices: ["A", "B"] }, { choices: ["A"] }));
  });

  it("are the same when one names an attachment by its id and one by its ARN", () => {
    const arn = "arn:aws:sms-voice:us-east-1:111122223333:registration-attachment/attachment-1";
    assert.ok(sameValue({ attachmentId: "attachment-1" }, { attachmentId: arn }));
    assert.ok(!sameValue({ attachmentId: "attachment-2" }, { attachmentId: arn }));
  });

  it("differ when they are of another kind, or when one is absent", () => {
    assert.ok(!sameValue({ text: "A" }, { choices: ["A"] }));
    assert.ok(!sameValue({ text: "A" }, { attachmentId: "A" }));
    assert.ok(!sameValue({ text: "A" }, undefined));
    assert.ok(sameValue(undefined, undefined));
  });

  it("differ when a text only looks like the other's inner notation", () => {
    assert.ok(!sameValue({ text: '["choices","A"]' }, { choices: ["A"] }));
    assert.ok(!sameValue({ choices: ["A,B"] }, { choices: ["A", "B"] }));
  });
});

describe("two forms", () => {
  it("are the same when they hold the same values under the same paths", () => {
    assert.ok(sameFields(declaredFields({ a: "1", b: ["X", "Y"] }), declaredFields({ b: ["Y", "X"], a: "1" })));
    assert.ok(!sameFields(declaredFields({ a: "1" }), declaredFields({ a: "1", b: "2" })));
    assert.ok(!sameFields(declaredFields({ a: "1", c: "2" }), declaredFields({ a: "1", b: "2" })));
  });
});

describe("values that are read back", () => {
  it("keep the notation and the order of the program where they mean the same", () => {
    const notation = { z: "1", choices: ["B", "A"], a: "2" };
    const held = declaredFields({ a: "2", choices: ["A", "B"], z: "1" });
    assert.equal(JSON.stringify(fieldInputs(held, notation)), JSON.stringify(notation));
  });

  it("show what was changed, added and removed elsewhere", () => {
    const held = declaredFields({ kept: "1", changed: "new", added: { attachmentId: "attachment-1" } });
    assert.deepEqual(fieldInputs(held, { kept: "1", changed: "old", removed: "3" }), {
      kept: "1",
      added: { attachmentId: "attachment-1" },
      changed: "new",
    });
  });

  it("come in the order of their paths where there is no program", () => {
    const held = declaredFields({ b: "2", a: ["1"] });
    assert.equal(JSON.stringify(fieldInputs(held)), '{"a":["1"],"b":"2"}');
  });

  it("give a field of the name __proto__ back as one", () => {
    const inputs = fieldInputs(declaredFields(withOwnProto("1")));
    assert.deepEqual(Object.entries(inputs), [["__proto__", "1"]]);
    assert.equal(Object.getPrototypeOf(inputs), Object.prototype);
  });

  it("are what was declared, whatever was declared", () => {
    const text = fc.string({ minLength: 1 });
    const input = fc.oneof(text, fc.uniqueArray(text), fc.record({ attachmentId: text }, { noNullPrototype: true }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), input, { noNullPrototype: true }), (declared) => {
        assert.equal(JSON.stringify(fieldInputs(declaredFields(declared), declared)), JSON.stringify(declared));
        assert.ok(sameFields(declaredFields(fieldInputs(declaredFields(declared))), declaredFields(declared)));
      }),
    );
  });
});
