import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";

const config = new pulumi.Config();

const registration = new sms.Registration("toll-free", {
  registrationType: "US_TOLL_FREE_REGISTRATION",
  tags: { team: "messaging" },
});

// What a person sees before agreeing to messages. `up` waits for the upload, since a form takes complete ones only.
// Another picture is another attachment: it is uploaded, the form refers to it, and only then the old one is deleted.
const optIn = new sms.RegistrationAttachment("opt-in", { file: "opt-in.png" });

const version = new sms.RegistrationVersion("toll-free", {
  registrationId: registration.id,
  // With the type, a preview checks the form before the registration exists.
  registrationType: registration.registrationType,
  // The number that will send. The service wants it to be there before the form is submitted; this does it in that order.
  associations: [config.require("phoneNumberId")],
  fields: {
    "companyInfo.companyName": "Example Coffee Roasters LLC",
    "companyInfo.website": "https://coffee.example.com",
    "companyInfo.businessType": ["PRIVATE_PROFIT"],
    // Asked for unless the company is a SOLE_PROPRIETOR.
    "companyInfo.taxId": config.requireSecret("taxId"),
    "companyInfo.taxIdAuthority": ["EIN"],
    "companyInfo.taxIdCountry": "US",
    "companyInfo.address1": "100 Main Street",
    "companyInfo.city": "Seattle",
    "companyInfo.state": "WA",
    "companyInfo.zipCode": "98101",
    "companyInfo.isoCountryCode": "US",
    // A person whom the carriers may call. Secrets stay encrypted in the state, and out of logs and errors.
    "contactInfo.firstName": config.requireSecret("contactFirstName"),
    "contactInfo.lastName": config.requireSecret("contactLastName"),
    "contactInfo.supportEmail": "support@coffee.example.com",
    "contactInfo.supportPhoneNumber": config.requireSecret("contactPhoneNumber"),
    "messagingUseCase.monthlyMessageVolume": ["10,000"],
    "messagingUseCase.useCaseCategory": ["ACCOUNT_NOTIFICATIONS"],
    "messagingUseCase.useCaseDetails":
      "Customers who order online are told when the order is roasted, shipped and delivered.",
    "messagingUseCase.optInType": ["DIGITAL_FORM"],
    "messagingUseCase.optInDescription":
      "At checkout on coffee.example.com/checkout, customers enter their mobile number and tick an empty box: " +
      '"Text me about my order. About 4 messages per order. Message and data rates may apply. Reply STOP to opt out, HELP for help." ' +
      "Ordering does not depend on it.",
    "messagingUseCase.optInImage": { attachmentId: optIn.id },
    "messagingUseCase.privacyPolicyUrl": "https://coffee.example.com/privacy",
    "messagingUseCase.termsAndConditionsUrl": "https://coffee.example.com/terms",
    "messageSamples.messageSample1":
      "Example Coffee Roasters: order 1234 has shipped and arrives on Friday. Reply STOP to opt out.",
    "messageSamples.messageSample2": "Example Coffee Roasters: order 1234 was delivered. Enjoy!",
  },
  // The addresses of this example are placeholders on purpose. Yours are not: delete this line.
  ignoreAdvice: ["placeholderText"],
});

export const registrationId = registration.id;
export const versionNumber = version.versionNumber;
export const status = version.status;
// Why the carriers said no: of the form as a whole, and of single fields.
export const deniedReasons = version.deniedReasons;
export const fieldFeedback = version.fieldFeedback;
