import { attachment, type Form, O, R, requiredWhen, select, text } from "./definition";

const company = requiredWhen("companyInfo.businessType", "NOT_EQUALS", ["SOLE_PROPRIETOR"]);
const country = { pattern: "^[A-Z]{2}$", example: "US" };

export const tollFree: Form = {
  type: "US_TOLL_FREE_REGISTRATION",
  title: "US toll-free registration",
  description: "Who sends messages from a toll-free number, what, and how people agree to it.",
  associations: [
    {
      ResourceType: "phone-number",
      IsoCountryCode: "US",
      AssociationBehavior: "ASSOCIATE_BEFORE_SUBMIT",
      DisassociationBehavior: "DISASSOCIATE_ALL_CLOSES_REGISTRATION",
    },
  ],
  takes: { numberType: "TOLL_FREE" },
  sections: [
    { path: "companyInfo", title: "Company info" },
    { path: "contactInfo", title: "Contact info" },
    { path: "messagingUseCase", title: "Messaging use case" },
    { path: "messageSamples", title: "Message samples" },
  ],
  fields: [
    text("companyInfo.companyName", R, 100, { example: "Example Corp" }),
    text("companyInfo.website", R, 100, { example: "https://example.com" }),
    select("companyInfo.businessType", R, [
      "PRIVATE_PROFIT",
      "PUBLIC_PROFIT",
      "NON_PROFIT",
      "SOLE_PROPRIETOR",
      "GOVERNMENT",
    ]),
    text("companyInfo.taxId", company, 30, { example: "123456789" }),
    select("companyInfo.taxIdAuthority", company, ["EIN", "CBN", "CRN", "VAT", "ACN", "ABN", "BRN", "OTHER"]),
    text("companyInfo.taxIdCountry", company, [2, 2], country),
    text("companyInfo.address1", R, 100, { example: "1 Example Street" }),
    text("companyInfo.address2", O, 100),
    text("companyInfo.city", R, 100, { example: "Seattle" }),
    text("companyInfo.state", R, 50, { example: "WA" }),
    text("companyInfo.zipCode", R, 20, { example: "98101" }),
    text("companyInfo.isoCountryCode", R, [2, 2], country),
    text("contactInfo.firstName", R, 100),
    text("contactInfo.lastName", R, 100),
    text("contactInfo.supportEmail", R, 100, { example: "support@example.com" }),
    text("contactInfo.supportPhoneNumber", R, 30, { example: "+12065550100" }),
    select("messagingUseCase.monthlyMessageVolume", R, [
      ...["10", "100", "1,000", "10,000", "100,000", "250,000", "500,000", "750,000", "1,000,000", "5,000,000"],
      "10,000,000+",
    ]),
    select("messagingUseCase.useCaseCategory", R, [
      ...["ONE_TIME_PASSCODES", "ACCOUNT_NOTIFICATIONS", "CUSTOMER_CARE", "NON_PROFIT", "DELIVERY_NOTIFICATIONS"],
      ...["FRAUD_ALERTS", "SECURITY_ALERTS", "POLLING_AND_SURVEYS", "MARKETING", "OTHER"],
    ]),
    text("messagingUseCase.useCaseDetails", R, 500),
    select("messagingUseCase.optInType", R, ["VERBAL", "DIGITAL_FORM", "PAPER_FORM", "TEXT", "QR_CODE"]),
    text("messagingUseCase.optInDescription", R, 1500),
    attachment("messagingUseCase.optInImage", R),
    text("messagingUseCase.privacyPolicyUrl", R, 255, { example: "https://example.com/privacy" }),
    text("messagingUseCase.termsAndConditionsUrl", R, 255, { example: "https://example.com/terms" }),
    text("messageSamples.messageSample1", R, 1024),
    text("messageSamples.messageSample2", O, 1024),
    text("messageSamples.messageSample3", O, 1024),
  ],
  attachmentLimits: new Map([["messagingUseCase.optInImage", { maxBytes: 400_000, types: ["PNG"] }]]),
};
