import assert from "node:assert/strict";
import fc from "fast-check";
import type { Context } from "../../simulator/operation";
import { page } from "../../simulator/pages";
import { defaultSettings } from "../../simulator/settings";
import { brand, simulated } from "./simulated";

const context: Context = {
  nowMs: 0,
  settings: defaultSettings(),
  drift: new Map(),
  secret: "secret",
  defaultReview: () => [],
  touch: () => undefined,
};

describe("simulator: pages", () => {
  it("together are the list, whatever their sizes", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { maxLength: 40 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 10 })),
        (places, sizes) => {
          const items = places.sort((a, b) => a - b);
          const found: number[] = [];
          let NextToken: string | undefined;
          do {
            const request = { NextToken, MaxResults: sizes.next().value };
            const next = page("List", items, (item) => item, request, context);
            found.push(...next.items);
            NextToken = next.NextToken;
          } while (NextToken !== undefined);
          assert.deepEqual(found, items);
        },
      ),
    );
  });

  it("go on rightly when items before them are gone", () => {
    const first = page("List", [1, 2, 3, 4], (item) => item, { MaxResults: 2 }, context);
    const rest = page("List", [3, 4], (item) => item, { MaxResults: 2, NextToken: first.NextToken }, context);
    assert.deepEqual(rest, { items: [3, 4] });
  });

  it("are not had for a token that was changed", () => {
    const { NextToken = "" } = page("List", [1, 2], (item) => item, { MaxResults: 1 }, context);
    fc.assert(
      fc.property(fc.nat({ max: NextToken.length - 1 }), fc.constantFrom(..."ABCabc019-_= "), (at, letter) => {
        const changed = NextToken.slice(0, at) + letter + NextToken.slice(at + 1);
        fc.pre(changed !== NextToken);
        assert.throws(
          () => page("List", [1, 2], (item) => item, { NextToken: changed }, context),
          /NextToken is not valid/,
        );
      }),
    );
  });

  describe("of the API", () => {
    const simulator = simulated();
    const definitions = (request: object, RegistrationType = brand) =>
      simulator.call<{ RegistrationFieldDefinitions: { FieldPath: string }[]; NextToken?: string }>(
        "DescribeRegistrationFieldDefinitions",
        { RegistrationType, ...request },
      );

    it("are as long as MaxResults, or as the settings say", async () => {
      await simulator.control.settings({ pageSize: 10 });
      const first = await definitions({});
      const second = await definitions({ NextToken: first.NextToken, MaxResults: 3 });
      const third = await definitions({ NextToken: second.NextToken });
      assert.deepEqual(
        [first, second, third].map(({ RegistrationFieldDefinitions, NextToken }) => [
          RegistrationFieldDefinitions.length,
          RegistrationFieldDefinitions[0]?.FieldPath,
          NextToken !== undefined,
        ]),
        [
          [10, "companyInfo.companyName", true],
          [3, "companyInfo.zipCode", true],
          [4, "contactInfo.vertical", false],
        ],
      );
    });

    it("go on only for the request that they came from", async () => {
      const { NextToken } = await definitions({ MaxResults: 2 });
      const code = "ValidationException";
      const Reason = "INVALID_NEXT_TOKEN";
      const others: [string, object][] = [
        ["DescribeRegistrationFieldDefinitions", { RegistrationType: "US_TOLL_FREE_REGISTRATION" }],
        ["DescribeRegistrationFieldDefinitions", { RegistrationType: brand, SectionPath: "companyInfo" }],
        ["DescribeRegistrationSectionDefinitions", { RegistrationType: brand }],
        ["DescribeRegistrations", {}],
      ];
      for (const [operation, request] of others) {
        assert.deepEqual(await simulator.refusal(operation, { ...request, NextToken }), { code, Reason });
      }
    });
  });
});
