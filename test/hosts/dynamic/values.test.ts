import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fromEngine, hasUnknown, toEngine } from "../../../provider/hosts/dynamic/values";
import { UNKNOWN } from "../../../provider/lifecycle/problem";

/** Pulumi's wire protocol. */
const MARKER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("values from the engine", () => {
  it("have unknowns in place of the engine's marker, however deep", () => {
    assert.deepEqual(fromEngine({ id: MARKER, fields: { a: MARKER, b: ["X", MARKER], c: { attachmentId: MARKER } } }), {
      id: UNKNOWN,
      fields: { a: UNKNOWN, b: ["X", UNKNOWN], c: { attachmentId: UNKNOWN } },
    });
  });

  it("keep everything else as it is", () => {
    const values = { text: `not ${MARKER}`, yes: true, no: false, number: 0, nothing: null, list: [], empty: {} };
    assert.deepEqual(fromEngine(values), values);
  });

  it("come without the serialized provider, which stands at the top only", () => {
    assert.deepEqual(fromEngine({ __provider: "require(...)", fields: { __provider: "a field" } }), {
      fields: { __provider: "a field" },
    });
  });

  it("keep a key of the name __proto__ as a key", () => {
    const fields = JSON.parse('{"fields": {"__proto__": "1", "a": "2"}}');
    const own = fromEngine(fields).fields as object;
    assert.deepEqual(Object.entries(own), [
      ["__proto__", "1"],
      ["a", "2"],
    ]);
    assert.equal(Object.getPrototypeOf(own), Object.prototype);
  });
});

describe("whether anything is unknown", () => {
  it("is asked at any depth", () => {
    assert.equal(hasUnknown({ fields: { a: ["X", UNKNOWN] } }), true);
    assert.equal(hasUnknown(UNKNOWN), true);
    assert.equal(hasUnknown({ fields: { a: ["X", null], b: undefined } }), false);
  });
});

describe("values for the engine", () => {
  it("have no undefined, and keep __proto__ as a key", () => {
    const fields = JSON.parse('{"__proto__": "1"}');
    const sent = toEngine({ fields, gone: undefined, nested: { gone: undefined, kept: null } });
    assert.deepEqual(Object.keys(sent), ["fields", "nested"]);
    assert.deepEqual(sent.nested, { kept: null });
    assert.deepEqual(Object.entries(sent.fields as object), [["__proto__", "1"]]);
  });
});
