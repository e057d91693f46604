import { forms, type SimulatorControl } from "../../simulator";

/** A complete 10DLC brand form: 14 fields. */
export const BRAND_FIELDS = {
  "companyInfo.companyName": "Example Coffee Roasters LLC",
  "companyInfo.taxIdIssuingCountry": "US",
  "companyInfo.taxId": "123456789",
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
};

export const BRAND = { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" };

/** The number of fields in the form. */
export const FIELD_COUNT = Object.keys(BRAND_FIELDS).length;

export const TOLL_FREE = { registrationType: "US_TOLL_FREE_REGISTRATION" };

/** A complete toll-free form but for `messagingUseCase.optInImage`. */
export const TOLL_FREE_FIELDS = {
  "companyInfo.companyName": "Example Coffee Roasters LLC",
  "companyInfo.website": "https://coffee.example.com",
  "companyInfo.businessType": ["PRIVATE_PROFIT"],
  "companyInfo.taxId": "123456789",
  "companyInfo.taxIdAuthority": ["EIN"],
  "companyInfo.taxIdCountry": "US",
  "companyInfo.address1": "100 Main Street",
  "companyInfo.city": "Seattle",
  "companyInfo.state": "WA",
  "companyInfo.zipCode": "98101",
  "companyInfo.isoCountryCode": "US",
  "contactInfo.firstName": "Wilhelmina",
  "contactInfo.lastName": "Featherstone",
  "contactInfo.supportEmail": "support@coffee.example.com",
  "contactInfo.supportPhoneNumber": "+12065550100",
  "messagingUseCase.monthlyMessageVolume": ["10,000"],
  "messagingUseCase.useCaseCategory": ["ACCOUNT_NOTIFICATIONS"],
  "messagingUseCase.useCaseDetails": "Customers who order online are told when the order is shipped and delivered.",
  "messagingUseCase.optInType": ["DIGITAL_FORM"],
  "messagingUseCase.optInDescription": "At checkout, customers enter their mobile number and tick an empty box.",
  "messagingUseCase.privacyPolicyUrl": "https://coffee.example.com/privacy",
  "messagingUseCase.termsAndConditionsUrl": "https://coffee.example.com/terms",
  "messageSamples.messageSample1": "Example Coffee Roasters: order 1234 has shipped. Reply STOP to opt out.",
};

/** Forms drift: from now on the brand form requires the company's name alone, so that a form takes few calls. */
export async function shortBrandForm(control: SimulatorControl): Promise<void> {
  for (const { FieldPath, FieldRequirement } of forms.get(BRAND.registrationType)?.fields ?? []) {
    if (FieldRequirement !== "REQUIRED" || FieldPath === "companyInfo.companyName") continue;
    await control.defineField(BRAND.registrationType, { FieldPath, FieldRequirement: "OPTIONAL" });
  }
}
