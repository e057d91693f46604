import { type Form, R, requiredWhen, select, text } from "./definition";
import { verticals } from "./verticals";

const country = { pattern: "^[A-Z]{2}$", example: "US" };
const publicOnly = requiredWhen("companyInfo.legalType", "EQUALS", ["PUBLIC_PROFIT"]);
const exchanges =
  "NONE NASDAQ NYSE AMEX AMX ASX B3 BME BSE FRA ICEX JPX JSE KRX LON NSE OMX SEHK SGX SSE STO SWX SZSE TSX TWSE VSE OTHER";

export const tenDlcBrand: Form = {
  type: "US_TEN_DLC_BRAND_REGISTRATION",
  title: "US 10DLC brand registration",
  description: "The company that sends messages through 10DLC numbers.",
  associations: [],
  sections: [
    { path: "companyInfo", title: "Company info" },
    { path: "contactInfo", title: "Contact info" },
  ],
  fields: [
    text("companyInfo.companyName", R, 100, { example: "Example Corp" }),
    text("companyInfo.taxIdIssuingCountry", R, [2, 2], country),
    text("companyInfo.taxId", R, 21, { pattern: "^[A-Za-z0-9]+$", example: "123456789" }),
    select("companyInfo.legalType", R, ["PRIVATE_PROFIT", "PUBLIC_PROFIT", "NON_PROFIT", "GOVERNMENT"]),
    text("companyInfo.stockSymbol", publicOnly, 10, { example: "EXMP" }),
    select("companyInfo.stockExchange", publicOnly, exchanges.split(" ")),
    text("companyInfo.businessContactEmail", publicOnly, 100, { example: "contact@example.com" }),
    text("companyInfo.address", R, 100, { example: "1 Example Street" }),
    text("companyInfo.city", R, 100, { example: "Seattle" }),
    text("companyInfo.state", R, 50, { example: "WA" }),
    text("companyInfo.zipCode", R, 20, { example: "98101" }),
    text("companyInfo.isoCountryCode", R, [2, 2], country),
    text("contactInfo.dbaName", R, 100, { example: "Example" }),
    select("contactInfo.vertical", R, verticals),
    text("contactInfo.website", R, 100, { example: "https://example.com" }),
    text("contactInfo.supportEmail", R, 100, { example: "support@example.com" }),
    text("contactInfo.supportPhoneNumber", R, 30, { pattern: "^\\+[1-9][0-9]{1,14}$", example: "+12065550100" }),
  ],
};
