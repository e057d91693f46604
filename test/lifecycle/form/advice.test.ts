import assert from "node:assert/strict";
import { ADVICE_NAMES, type AdviceName, advise } from "../../../provider/lifecycle/form/advice";
import { formValues } from "../../../provider/lifecycle/form/values";
import { UNKNOWN } from "../../../provider/lifecycle/problem";
import { TOLL_FREE } from "./forms";

type Fields = Record<string, unknown>;
const NAME = "companyInfo.companyName";
const SITE = "companyInfo.website";
const EMAIL = "contactInfo.supportEmail";
const SAMPLE = "messageSamples.messageSample1";
const SECOND = "messageSamples.messageSample2";
const PRIVACY = "campaignInfo.privacyPolicyLink";
const TERMS = "campaignInfo.termsAndConditionsLink";
const OPT_IN = "campaignInfo.optInMessage";
const HELP = "campaignInfo.helpMessage";
const STOP = "campaignInfo.stopMessage";
const LINK = "campaignUseCase.embeddedLinkSample";
const FLOW = "campaignInfo.optInWorkflow";
const sample = (text: string, name: unknown = "Acme") => ({ [NAME]: name, [SAMPLE]: `${text} Reply STOP to opt out.` });

describe("advice", () => {
  const cases: [name: AdviceName, why: string, fields: Fields, paths: string[]][] = [
    ["companyNotNamed", "a sample without the name", sample("Your code is 1."), [SAMPLE]],
    ["companyNotNamed", "the name in other letters", sample("ACME: your code is 1."), []],
    ["companyNotNamed", "the name without its legal form", sample("Ácme-Wi: hi", "ÁCME WI, Inc."), []],
    ["companyNotNamed", "a name of other letters", sample("שלום: 1", "שלום"), []],
    ["companyNotNamed", "a name that is all legal form", sample("Limited: hi", "Limited"), []],
    ["companyNotNamed", "a name that is not known yet", sample("hi", UNKNOWN), []],
    ["companyNotNamed", "a sample that is not known yet", { [NAME]: "Acme", [SAMPLE]: UNKNOWN }, []],
    ["companyNotNamed", "no name to look for", sample("hi", ""), []],
    ["companyNotNamed", "the trade name", { ...sample("Ace: hi"), "contactInfo.dbaName": "Ace" }, []],

    ["optOutNotMentioned", "no sample says how", { [SAMPLE]: "Hi", [SECOND]: "Ho" }, [SAMPLE, SECOND]],
    ["optOutNotMentioned", "one of the samples does", { [SAMPLE]: "Hi", [SECOND]: "text stop to end" }, []],
    ["optOutNotMentioned", "another sample is not known yet", { [SAMPLE]: "Hi", [SECOND]: UNKNOWN }, []],
    [
      "optOutNotMentioned",
      "messages do not",
      { [OPT_IN]: "Hi", [HELP]: "Call us", [STOP]: "Bye" },
      [OPT_IN, HELP, STOP],
    ],
    [
      "optOutNotMentioned",
      "they do",
      { [OPT_IN]: "STOP to end", [HELP]: "opt-out", [STOP]: "You are unsubscribed" },
      [],
    ],
    ["optOutNotMentioned", "a word that has it inside", { [OPT_IN]: "Nonstop deals" }, [OPT_IN]],

    ["helpNotMentioned", "messages do not say how", { [OPT_IN]: "Hi", [HELP]: "Hi" }, [OPT_IN, HELP]],
    ["helpNotMentioned", "they do", { [OPT_IN]: "Reply HELP", [HELP]: "Write to support@acme.com" }, []],

    ["freeEmailProvider", "a free one", { [EMAIL]: "acme@GMail.com" }, [EMAIL]],
    ["freeEmailProvider", "an own one", { [EMAIL]: "acme@gmail.com.acme.com" }, []],
    ["freeEmailProvider", "no address", { [EMAIL]: "gmail.com" }, []],

    ["emailDomainDiffers", "another domain", { [SITE]: "https://acme.com", [EMAIL]: "a@acme.net" }, [EMAIL]],
    ["emailDomainDiffers", "the same", { [SITE]: "www.ACME.com/about", [EMAIL]: "a@acme.com" }, []],
    ["emailDomainDiffers", "subdomains", { [SITE]: "https://shop.acme.co.uk", [EMAIL]: "a@mail.acme.co.uk" }, []],
    ["emailDomainDiffers", "neighbours", { [SITE]: "https://other.co.uk", [EMAIL]: "a@acme.co.uk" }, [EMAIL]],
    ["emailDomainDiffers", "a free provider, told already", { [SITE]: "acme.com", [EMAIL]: "a@gmail.com" }, []],
    ["emailDomainDiffers", "a website that is not known yet", { [SITE]: UNKNOWN, [EMAIL]: "a@acme.net" }, []],
    ["emailDomainDiffers", "a website that is none", { [SITE]: "we have none", [EMAIL]: "a@acme.net" }, []],

    ["sameLinkTwice", "one page", { [PRIVACY]: "https://a.com/x/", [TERMS]: "https://A.com/x" }, [PRIVACY, TERMS]],
    ["sameLinkTwice", "two", { [PRIVACY]: "https://a.com/p", [TERMS]: "https://a.com/t" }, []],
    ["sameLinkTwice", "neither known", { [PRIVACY]: UNKNOWN, [TERMS]: UNKNOWN }, []],

    ["linkNotHttps", "http", { [SITE]: "http://a.com", [PRIVACY]: "http://a.com/p" }, [SITE, PRIVACY]],
    ["linkNotHttps", "no scheme, which a website may lack", { [SITE]: "a.com", [TERMS]: "a.com/t" }, [TERMS]],

    [
      "linkShortener",
      "in a sample",
      { [SAMPLE]: "See https://bit.ly/3x now", [LINK]: "tinyurl.com/y" },
      [SAMPLE, LINK],
    ],
    ["linkShortener", "a domain that ends alike", { [SAMPLE]: "See https://rabbit.ly/3x and t.co." }, []],

    [
      "placeholderText",
      "filler",
      { [FLOW]: "Lorem ipsum dolor", [NAME]: "Test", [SITE]: "https://www.example.com" },
      [FLOW, NAME, SITE],
    ],
    ["placeholderText", "a test message", { [SAMPLE]: "This is a test message" }, [SAMPLE]],
    [
      "placeholderText",
      "tests that are meant",
      { [SAMPLE]: "Acme Lab: your test results are ready.", [NAME]: "Testa" },
      [],
    ],

    ["optInTooShort", "a few words", { [FLOW]: "On our website, with a form that people fill in." }, [FLOW]],
    ["optInTooShort", "a description", { [FLOW]: "x".repeat(100) }, []],
  ];
  for (const [name, why, fields, paths] of cases) {
    it(`${name}: ${why}`, () => {
      const found = advise({ values: formValues(fields), off: ADVICE_NAMES.filter((other) => other !== name) });
      const expected = [{ code: "advice", name, paths: paths.map((path) => ["fields", path]) }];
      assert.deepEqual(found, paths.length === 0 ? [] : expected);
    });
  }

  it("has nothing to say of a good form", () => {
    assert.deepEqual(advise({ values: formValues(TOLL_FREE) }), []);
  });

  it("is given in the order of its names, each of which switches it off", () => {
    const bad = { ...sample("hi"), [EMAIL]: "a@gmail.com", [TERMS]: "http://t.com", [FLOW]: "tbd" };
    const names = (off: string[]) => advise({ values: formValues(bad), off }).map(({ name }) => name);
    assert.deepEqual(
      [names([]), names(["freeEmailProvider", "toString", "optInTooShort"])],
      [
        ["companyNotNamed", "freeEmailProvider", "linkNotHttps", "placeholderText", "optInTooShort"],
        ["companyNotNamed", "linkNotHttps", "placeholderText"],
      ],
    );
  });

  it("looks for names that the form itself does not have, such as those of a campaign's brand", () => {
    const found = ["Acme GmbH", "Other"].map((name) =>
      advise({ values: formValues({ [SAMPLE]: "Acme: STOP" }), companyNames: [name] }).map((advice) => advice.name),
    );
    assert.deepEqual(found, [[], ["companyNotNamed"]]);
  });

  it("ends soon on long texts made to be slow", () => {
    const long = ["a.", "a@", "opt ", "x", "http://", " ", "test"].map((part) => part.repeat(4096 / part.length));
    const fields = [SAMPLE, SECOND, EMAIL, SITE, FLOW, PRIVACY, LINK];
    for (const text of long) advise({ values: formValues(Object.fromEntries(fields.map((path) => [path, text]))) });
  }).timeout(2000);
});
