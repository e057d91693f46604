import assert from "node:assert/strict";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { definitionsOf, field, TOLL_FREE, validate } from "./forms";

const tollFree = definitionsOf("US_TOLL_FREE_REGISTRATION");

describe("a whole form", () => {
  it("without a mistake has no problems and no warnings", () => {
    assert.deepEqual(validate(tollFree, TOLL_FREE), { problems: [], warnings: [] });
  });

  it("tells of twelve different mistakes at once, in its own order", () => {
    const { "companyInfo.website": _, ...rest } = TOLL_FREE;
    const { problems } = validate(tollFree, {
      "companyInfo.companyNmae": "x",
      ...rest,
      "companyInfo.companyName": "  ",
      "companyInfo.businessType": ["PRIVATE-PROFIT"],
      "companyInfo.taxIdCountry": "USA",
      "companyInfo.address1": ["1 Main Street"],
      "companyInfo.isoCountryCode": "us",
      "messagingUseCase.monthlyMessageVolume": "1000",
      "messagingUseCase.useCaseCategory": [],
      "messagingUseCase.optInType": ["TEXT", "VERBAL"],
      "messagingUseCase.optInImage": { attachmentId: "opt-in.png" },
      "messagingUseCase.useCaseDetails": "x".repeat(501),
      ["__proto__"]: "x",
    });
    assert.deepEqual(
      problems.map(({ path, code }) => `${path[1]} ${code}`),
      [
        "companyInfo.companyName blank",
        "companyInfo.website required",
        "companyInfo.businessType unknownChoice",
        "companyInfo.taxIdCountry tooLong",
        "companyInfo.taxIdCountry pattern",
        "companyInfo.address1 type",
        "companyInfo.isoCountryCode pattern",
        "messagingUseCase.monthlyMessageVolume type",
        "messagingUseCase.useCaseCategory tooFewChoices",
        "messagingUseCase.useCaseDetails tooLong",
        "messagingUseCase.optInType tooManyChoices",
        "messagingUseCase.optInImage notAnAttachment",
        "companyInfo.companyNmae unknownField",
        "__proto__ unknownField",
      ],
    );
  });

  it("suggests the field that was meant, by its spelling or in another section", () => {
    const given = [
      "companyInfo.companyNmae",
      "contactInfo.zipCode",
      "CompanyInfo.City",
      "nonsense",
      "__proto__",
      "constructor",
    ];
    const { problems } = validate(tollFree, {
      ...TOLL_FREE,
      ...Object.fromEntries(given.map((path) => [path, UNKNOWN])),
    });
    const meant = ["companyInfo.companyName", "companyInfo.zipCode", "companyInfo.city"];
    assert.deepEqual(
      problems,
      given.map((path, index) => ({
        path: ["fields", path],
        code: "unknownField",
        ...(meant[index] && { similar: meant[index] }),
      })),
    );
  });

  it("carries the service's own help", () => {
    const displayHints = {
      title: "Company name",
      shortDescription: "The legal name.",
      textValidationDescription: "1 to 100 characters",
      exampleTextValue: "Example Corp",
      documentationTitle: "Guide",
      documentationLink: "https://docs.example.com",
    };
    assert.deepEqual(validate([field("f", { fieldRequirement: "REQUIRED", displayHints })], {}).problems, [
      {
        path: ["fields", "f"],
        code: "required",
        help: {
          title: "Company name",
          description: "1 to 100 characters",
          example: "Example Corp",
          documentation: { title: "Guide", link: "https://docs.example.com" },
        },
      },
    ]);
  });

  it("may have 200 fields, and names such as __proto__ among them", () => {
    const paths = [...Array.from({ length: 198 }, (_, index) => `section.field${index}`), "__proto__", "constructor"];
    const definitions = paths.map((path) => field(path, { fieldRequirement: "REQUIRED" }));
    const fields = Object.fromEntries(paths.map((path, index) => [path, index % 2 === 0 ? "x" : ""]));
    assert.deepEqual(
      [validate(definitions, fields).problems, validate(definitions, {}).problems].map((found) => found.length),
      [100, 200],
    );
  });

  it("leaves what is no field value at all to the check of the arguments", () => {
    const definitions = [field("f", { fieldRequirement: "REQUIRED" })];
    const odd = [7, true, { attachmentId: 7 }, [7], {}, UNKNOWN];
    assert.deepEqual(
      odd.flatMap((value) => validate(definitions, { f: value }).problems),
      [],
    );
  });
});
