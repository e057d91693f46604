import assert from "node:assert/strict";
import fc from "fast-check";
import { checkJavaPattern } from "../../../provider/lifecycle/form/javaPattern";
import { recorded } from "./javaPattern.recorded";

describe("a pattern of a definition", () => {
  for (const [pattern, matches, differs] of recorded) {
    it(`means what Java means: ${pattern}`, () => {
      const texts = [...matches, ...differs];
      const expected = [...matches.map(() => "matches"), ...differs.map(() => "differs")];
      assert.deepEqual(
        texts.map((text) => checkJavaPattern(pattern, text)),
        expected,
      );
    });
  }

  const unchecked: [why: string, ...patterns: string[]][] = [
    ["possessive quantifiers", "a*+", "a++", "a?+", "a{1,2}+"],
    ["atomic groups", "(?>a)"],
    ["intersections and unions of classes", "[a-z&&[^b]]", "[a-z&&b]", "[a[b]]", "[a-[b]]"],
    ["flags inside, and flags that change everything", "a(?i)b", "(?i:a)", "(?m)^a", "(?x)a b", "(?U)\\w", "(?u)é"],
    ["POSIX classes without case, which depend on the version", "(?i)\\p{Lower}"],
    ["scripts, blocks and Java's own classes", "\\p{IsLatin}", "\\p{InGreek}", "\\p{javaLowerCase}", "\\p{Cn}"],
    ["back-references", "(a)\\1", "(?<n>a)\\k<n>"],
    ["boundaries, which depend on the version", "\\bfoo\\b", "\\B", "\\G"],
    ["line breaks and grapheme clusters", "\\R", "\\X", "\\N{DIGIT ONE}"],
    ["what JavaScript takes for one thing and Java for another", "[\\v-z]", "\\ca"],
    ["look-behinds without a limit", "(?<=a*)b", "(?<!(?:a|bc){2})d"],
    [
      "what is no pattern",
      "(",
      "a)",
      "[a",
      "*a",
      "a**",
      "{1}",
      "a{2,1}",
      "a{,2}",
      "[z-a]",
      "\\",
      "\\y",
      "(?<n>a)(?<n>b)",
    ],
    ["patterns beyond measure", "a".repeat(5000), `${"(".repeat(2500)}a${")".repeat(2500)}`],
  ];
  for (const [why, ...patterns] of unchecked) {
    it(`is not guessed at: ${why}`, () => {
      assert.deepEqual(
        patterns.map((pattern) => [pattern.slice(0, 20), checkJavaPattern(pattern, "abc")]),
        patterns.map((pattern) => [pattern.slice(0, 20), "unchecked"]),
      );
    });
  }

  it("ends soon where an engine that goes back would not end in years", () => {
    const text = `${"a".repeat(4000)}!`;
    const slow = ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*a){20}$", "^(?=(a+)+$).*$"];
    assert.deepEqual(
      slow.map((pattern) => checkJavaPattern(pattern, text)),
      slow.map(() => "differs"),
    );
  });

  it("is left unchecked where even that would take too long", () => {
    assert.equal(checkJavaPattern("^(?:(?:a?){50}){50}$", "a".repeat(2048)), "unchecked");
  });

  it("agrees with JavaScript where both mean the same", () => {
    const atom = fc.constantFrom(
      "a",
      "b",
      "-",
      "[ab]",
      "[^a]",
      "\\d",
      "\\w",
      "[a-c1]",
      "\\.",
      "(?=a)",
      "(?!b)",
      "^",
      "\\x61",
    );
    const quantifier = fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,3}", "*?", "{0,2}?");
    const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
      piece: fc.oneof(
        { depthSize: "small" },
        fc.tuple(atom, quantifier).map(([a, q]) => (/^(?:\(|\^)/.test(a) ? a : a + q)),
        fc.tuple(tie("pattern"), quantifier).map(([p, q]) => `(${p})${q}`),
        fc.tuple(tie("pattern"), tie("pattern")).map(([p, q]) => `(?:${p}|${q})`),
      ),
      pattern: fc.array(tie("piece"), { maxLength: 4 }).map((pieces) => pieces.join("")),
    }));
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "1", ".", "-"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        const expected = new RegExp(`^(?:${p})$`, "u").test(t) ? "matches" : "differs";
        assert.equal(checkJavaPattern(p, t), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
