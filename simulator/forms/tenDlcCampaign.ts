import { attachment, type Form, O, R, requiredWhen, select, text } from "./definition";
import { verticals } from "./verticals";

const useCases = [
  "ACCOUNT_NOTIFICATION",
  "CHARITY",
  "CUSTOMER_CARE",
  "DELIVERY_NOTIFICATION",
  "FRAUD_ALERT",
  "HIGHER_EDUCATION",
  "LOW_VOLUME",
  "MARKETING",
  "MIXED",
  "POLLING_VOTING",
  "PUBLIC_SERVICE_ANNOUNCEMENT",
  "SECURITY_ALERT",
  "TWO_FACTOR_AUTHENTICATION",
];
const notSubUseCases = new Set(["CHARITY", "LOW_VOLUME", "MIXED"]);
const yesNo = ["Yes", "No"];
const numbers = [1, 2, 3, 4, 5];

export const tenDlcCampaign: Form = {
  type: "US_TEN_DLC_CAMPAIGN_REGISTRATION",
  title: "US 10DLC campaign registration",
  description: "What a registered brand sends through 10DLC numbers, and how people agree to it.",
  associations: [
    {
      ResourceType: "registration",
      AssociationBehavior: "ASSOCIATE_BEFORE_SUBMIT",
      DisassociationBehavior: "DELETE_REGISTRATION_DISASSOCIATES",
    },
    {
      ResourceType: "phone-number",
      IsoCountryCode: "US",
      AssociationBehavior: "ASSOCIATE_AFTER_COMPLETE",
      DisassociationBehavior: "DISASSOCIATE_ALL_ALLOWS_DELETE_REGISTRATION",
    },
  ],
  takes: { registrationType: "US_TEN_DLC_BRAND_REGISTRATION", numberType: "TEN_DLC" },
  sections: [
    { path: "campaignInfo", title: "Campaign info" },
    { path: "campaignCapabilities", title: "Campaign capabilities" },
    { path: "campaignUseCase", title: "Campaign use case" },
    { path: "messageSamples", title: "Message samples" },
    { path: "mmsFileSamples", title: "MMS file samples" },
  ],
  fields: [
    // More than PutRegistrationFieldValue takes (2048), as in the real form: both limits count.
    text("campaignInfo.campaignName", R, [40, 4096]),
    select("campaignInfo.vertical", R, verticals),
    text("campaignInfo.termsAndConditionsLink", O, 255, { example: "https://example.com/terms" }),
    text("campaignInfo.privacyPolicyLink", O, 255, { example: "https://example.com/privacy" }),
    attachment("campaignInfo.termsAndConditionsFile", O),
    attachment("campaignInfo.privacyPolicyFile", O),
    attachment("campaignInfo.optInScreenshot", O),
    text("campaignInfo.optInWorkflow", R, [40, 2048]),
    text("campaignInfo.optInKeyword", O, 255, { example: "START" }),
    text("campaignInfo.optInMessage", R, [20, 255]),
    text("campaignInfo.helpMessage", R, [20, 255]),
    text("campaignInfo.stopMessage", R, [20, 255]),
    select("campaignCapabilities.numberCapabilities", R, [
      "SMS",
      "SMS and MMS",
      "SMS and VOICE",
      "SMS and MMS and VOICE",
    ]),
    select("campaignCapabilities.messageType", O, ["Transactional", "Promotional"]),
    select("campaignUseCase.useCase", R, useCases),
    select(
      "campaignUseCase.subUseCases",
      requiredWhen("campaignUseCase.useCase", "IN", ["MIXED", "LOW_VOLUME"]),
      useCases.filter((useCase) => !notSubUseCases.has(useCase)),
      [1, 5],
    ),
    select("campaignUseCase.subscriberOptIn", R, ["Yes"]),
    select("campaignUseCase.subscriberOptOut", R, ["Yes"]),
    select("campaignUseCase.subscriberHelp", R, ["Yes"]),
    select("campaignUseCase.directLending", R, yesNo),
    select("campaignUseCase.embeddedLink", R, yesNo),
    text("campaignUseCase.embeddedLinkSample", requiredWhen("campaignUseCase.embeddedLink", "EQUALS", ["Yes"]), 255),
    select("campaignUseCase.embeddedPhone", R, yesNo),
    select("campaignUseCase.ageGated", R, yesNo),
    ...numbers.map((n) => text(`messageSamples.messageSample${n}`, n === 1 ? R : O, [20, 1024])),
    ...numbers.map((n) => attachment(`mmsFileSamples.mmsFileSample${n}`, O)),
  ],
  attachmentLimits: new Map(numbers.map((n) => [`mmsFileSamples.mmsFileSample${n}`, { maxBytes: 600_000 }])),
};
