import assert from "node:assert/strict";
import fc from "fast-check";
import { ServiceError } from "../../simulator/errors";
import {
  blob,
  boolean,
  checkRequest,
  integer,
  list,
  oneOf,
  required,
  type Shape,
  string,
  structure,
} from "../../simulator/rules";

function problems<T>(shape: Shape<T>, request: unknown, unknownMembers: "ignore" | "refuse" = "ignore"): unknown {
  try {
    checkRequest(shape, request, unknownMembers);
    return "allowed";
  } catch (error) {
    assert.ok(error instanceof ServiceError);
    const { Reason, Fields } = error.members as { Reason?: string; Fields?: { Name: string; Message: string }[] };
    return Fields ? [Reason, ...Fields.map(({ Name, Message }) => `${Name}: ${Message}`)] : error.code;
  }
}

describe("simulator: request tables", () => {
  const table = structure({
    Name: required(string({ min: 2, max: 4, pattern: "[a-z]+" })),
    Count: integer({ min: 1, max: 3 }),
    Kind: oneOf("A", "B"),
    Flag: boolean,
    Bytes: blob({ min: 1, max: 3 }),
    Items: list(structure({ Key: required(string({ min: 1 })) }), { min: 1, max: 2 }),
  });

  it("report every constraint that fails, by the member's path, without its value", () => {
    const request = { Name: "SECRET", Count: 4, Kind: "C", Bytes: "AAAAAA==", Items: [{ Key: "" }, {}, { Key: "k" }] };
    assert.deepEqual(problems(table, request), [
      "MISSING_PARAMETER",
      "Name: Member must have length less than or equal to 4",
      "Name: Member must satisfy regular expression pattern: [a-z]+",
      "Count: Member must have value less than or equal to 3",
      "Kind: Member must satisfy enum value set: [A, B]",
      "Bytes: Member must have length less than or equal to 3",
      "Items: Member must have length less than or equal to 2",
      "Items[0].Key: Member must have length greater than or equal to 1",
      "Items[1].Key: Member must not be null",
    ]);
  });

  it("take null for a member that is not given", () => {
    assert.deepEqual(checkRequest(table, { Name: "ab", Count: null }, "refuse"), { Name: "ab" });
    assert.deepEqual(problems(table, { Name: null }), ["MISSING_PARAMETER", "Name: Member must not be null"]);
  });

  it("tell a wrong JSON type from a constraint that fails", () => {
    const wrong: unknown[] = [[], "text", null, 1, { Name: 1 }, { Name: "ab", Count: "1" }, { Name: "ab", Count: 1.5 }];
    wrong.push(
      { Name: "ab", Items: {} },
      { Name: "ab", Items: ["x"] },
      { Name: "ab", Flag: "true" },
      { Name: "ab", Bytes: "?" },
    );
    for (const request of wrong)
      assert.equal(problems(table, request), "SerializationException", JSON.stringify(request));
  });

  it("ignore unknown members, or refuse them", () => {
    assert.equal(problems(table, { Name: "ab", More: 1 }), "allowed");
    assert.deepEqual(problems(table, { Name: "ab", More: 1 }, "refuse"), [
      "INVALID_PARAMETER",
      "More: Member must be known to the operation",
    ]);
  });

  it("are not fooled by members that every object has", () => {
    assert.deepEqual(problems(structure({ toString: required(string()) }), {}), [
      "MISSING_PARAMETER",
      "toString: Member must not be null",
    ]);
    assert.equal(problems(structure({}), JSON.parse('{"__proto__": {"Name": 1}}')), "allowed");
  });

  it("count characters, not UTF-16 units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 0, maxLength: 8 }), (text) => {
        const length = [...text].length;
        assert.equal(problems(structure({ T: string({ max: length }) }), { T: text }), "allowed");
        if (length > 0)
          assert.notEqual(problems(structure({ T: string({ max: length - 1 }) }), { T: text }), "allowed");
      }),
    );
  });

  it("count the bytes of base64", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), (bytes) => {
        const Body = Buffer.from(bytes).toString("base64");
        assert.equal(
          problems(structure({ Body: blob({ min: bytes.length, max: bytes.length }) }), { Body }),
          "allowed",
        );
        assert.notEqual(problems(structure({ Body: blob({ max: bytes.length - 1 }) }), { Body }), "allowed");
      }),
    );
  });

  it("never throw anything but an answer of the service, whatever arrives", () => {
    fc.assert(fc.property(fc.jsonValue(), (request) => void problems(table, request)));
  });
});
