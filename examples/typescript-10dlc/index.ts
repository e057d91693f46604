import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";

const config = new pulumi.Config();

// Each step below waits for the verdict on the one before, and each `pulumi up` goes as far as the reviews allow. A brand
// takes a day or two, a campaign up to six weeks: when `waitTimeout` is over, `up` ends with what it waits for. Nothing is
// lost by that; run it again, by a nightly job for instance, and it goes on from there. A denial ends it with all reasons.
const wait = { waitFor: "approved", waitTimeout: config.get("waitTimeout") ?? "30m" } as const;

// 1. The brand: who sends.
const brand = new sms.Registration("brand", { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" });

const approvedBrand = new sms.RegistrationVersion("brand", {
  registrationId: brand.id,
  // With the type, a preview checks the form before the registration exists.
  registrationType: brand.registrationType,
  fields: {
    "companyInfo.companyName": "Example Coffee Roasters LLC",
    "companyInfo.taxIdIssuingCountry": "US",
    "companyInfo.taxId": config.requireSecret("taxId"),
    "companyInfo.legalType": ["PRIVATE_PROFIT"],
    "companyInfo.address": "100 Main Street",
    "companyInfo.city": "Seattle",
    "companyInfo.state": "WA",
    "companyInfo.zipCode": "98101",
    "companyInfo.isoCountryCode": "US",
    "contactInfo.dbaName": "Example Coffee",
    "contactInfo.vertical": ["RETAIL"],
    "contactInfo.website": "https://coffee.example.com",
    "contactInfo.supportEmail": "support@coffee.example.com",
    "contactInfo.supportPhoneNumber": "+12065550100",
  },
  // The addresses of this example are placeholders on purpose. Yours are not: delete this line.
  ignoreAdvice: ["placeholderText"],
  ...wait,
});

// 2. The campaign: what is sent. Its form can be submitted once it is associated with a brand that is approved.
const campaign = new sms.Registration("campaign", { registrationType: "US_TEN_DLC_CAMPAIGN_REGISTRATION" });

const approvedCampaign = new sms.RegistrationVersion("campaign", {
  registrationId: campaign.id,
  registrationType: campaign.registrationType,
  // The output of the brand's version, not of the brand: it is there once the brand is approved.
  associations: [approvedBrand.registrationId],
  fields: {
    // Called a name, read as a description.
    "campaignInfo.campaignName":
      "Example Coffee tells customers who ordered online when their order is roasted, shipped and delivered.",
    "campaignInfo.vertical": ["RETAIL"],
    "campaignInfo.privacyPolicyLink": "https://coffee.example.com/privacy",
    "campaignInfo.termsAndConditionsLink": "https://coffee.example.com/terms",
    "campaignInfo.optInWorkflow":
      "At checkout on https://coffee.example.com/checkout, customers enter their mobile number and tick an empty box: " +
      '"Text me about my order. About 4 messages per order. Message and data rates may apply. Reply STOP to opt out, HELP for help." ' +
      "Ordering does not depend on it.",
    "campaignInfo.optInMessage":
      "Example Coffee: you will get about 4 messages per order. Msg & data rates may apply. Reply HELP for help, STOP to opt out.",
    "campaignInfo.helpMessage":
      "Example Coffee: write to support@coffee.example.com or call +1 206 555 0100 for help. Reply STOP to opt out.",
    "campaignInfo.stopMessage": "Example Coffee: you are unsubscribed and will get no more messages.",
    "campaignCapabilities.numberCapabilities": ["SMS"],
    "campaignCapabilities.messageType": ["Transactional"],
    "campaignUseCase.useCase": ["DELIVERY_NOTIFICATION"],
    "campaignUseCase.subscriberOptIn": ["Yes"],
    "campaignUseCase.subscriberOptOut": ["Yes"],
    "campaignUseCase.subscriberHelp": ["Yes"],
    "campaignUseCase.directLending": ["No"],
    "campaignUseCase.embeddedLink": ["Yes"],
    "campaignUseCase.embeddedLinkSample": "https://coffee.example.com/orders/1234",
    "campaignUseCase.embeddedPhone": ["No"],
    "campaignUseCase.ageGated": ["No"],
    "messageSamples.messageSample1":
      "Example Coffee: order 1234 has shipped: https://coffee.example.com/orders/1234 Reply STOP to opt out.",
    "messageSamples.messageSample2": "Example Coffee: order 1234 was delivered. Enjoy!",
  },
  ignoreAdvice: ["placeholderText"],
  ...wait,
});

// 3. The number that sends: a 10DLC campaign takes it once it is COMPLETE.
new sms.RegistrationAssociation("number", {
  registrationId: approvedCampaign.registrationId,
  resourceId: config.require("phoneNumberId"),
});

export const brandStatus = approvedBrand.status;
export const campaignStatus = approvedCampaign.status;
