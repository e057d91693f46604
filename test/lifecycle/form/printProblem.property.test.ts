import assert from "node:assert/strict";
import fc from "fast-check";
import { advise } from "../../../provider/lifecycle/form/advice";
import { printFormProblem, printFormWarning } from "../../../provider/lifecycle/form/printProblem";
import { formValues } from "../../../provider/lifecycle/form/values";
import { definitionsOf, TOLL_FREE, validate } from "./forms";

describe("what is printed about a form", () => {
  it("never has a value in it, whatever is wrong", () => {
    const tollFree = definitionsOf("US_TOLL_FREE_REGISTRATION");
    const secret = "Zq7";
    const value = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => `${secret}${text}`),
      fc.array(fc.constantFrom(secret, `${secret}${secret}`, "VERBAL"), { maxLength: 3 }),
      fc.constant({ attachmentId: secret }),
      fc.constantFrom(`${secret}@gmail.com`, `http://bit.ly/${secret}`, `lorem ipsum ${secret}`, `  ${secret}`),
    );
    const paths = Object.keys(TOLL_FREE);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), value), (given) => {
        const { problems, warnings } = validate(tollFree, given);
        const advice = advise({ values: formValues(given) });
        const printed = [...problems.map(printFormProblem), ...[...warnings, ...advice].map(printFormWarning)];
        assert.deepEqual(
          printed.filter((line) => line.includes(secret) || /[\r\n]/.test(line)),
          [],
        );
        assert.ok(!JSON.stringify([problems, warnings, advice]).includes(secret));
      }),
    );
  });
});
