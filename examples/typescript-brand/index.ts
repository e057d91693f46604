import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";

const config = new pulumi.Config();

// The brand: who sends the messages. It is created once; the carriers' fee is charged when it is approved.
const brand = new sms.Registration("brand", {
  registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
  tags: { team: "messaging" },
});

// Its form. A change after a denial, or after an approval, opens a new version and submits it.
const version = new sms.RegistrationVersion("brand", {
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
    "contactInfo.website": config.get("website") ?? "https://coffee.example.com",
    "contactInfo.supportEmail": "support@coffee.example.com",
    "contactInfo.supportPhoneNumber": "+12065550100",
  },
  // The addresses of this example are placeholders on purpose. Yours are not: delete this line.
  ignoreAdvice: ["placeholderText"],
});

export const registrationId = brand.id;
export const versionNumber = version.versionNumber;
export const status = version.status;
export const statusHistory = version.statusHistory;
// Why the carriers said no: of the form as a whole, and of single fields.
export const deniedReasons = version.deniedReasons;
export const fieldFeedback = version.fieldFeedback;
