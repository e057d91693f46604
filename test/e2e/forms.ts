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
