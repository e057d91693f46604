import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printPath, printProblem } from "../../provider/lifecycle/printProblem";

describe("a problem's line", () => {
  it("names the place, what is allowed, and what was given", () => {
    assert.equal(
      printProblem({ path: ["submit"], code: "type", actual: "string", allowed: "a boolean" }),
      "submit: a boolean is expected, not string",
    );
  });

  it("does without what was given where that would show a value", () => {
    assert.equal(
      printProblem({ path: ["fields", "a.b"], code: "type", allowed: "a text" }),
      'fields["a.b"]: a text is expected',
    );
  });
});

describe("a path", () => {
  it("is written as a program writes it", () => {
    assert.equal(printPath(["tags", "team", 'with "quotes"', "a.b"]), 'tags.team["with \\"quotes\\""]["a.b"]');
    assert.equal(printPath([]), "");
  });
});
