import { attachment, type Form, O, R, requiredWhen, select, text } from "./definition";

const inIndonesia = requiredWhen("companyAddress.isoCountryCode", "EQUALS", ["ID"]);

export const idSenderId: Form = {
  type: "ID_SENDER_ID_REGISTRATION",
  title: "Indonesia sender ID registration",
  description: "The name that messages to Indonesia come from.",
  associations: [
    {
      ResourceType: "sender-id",
      IsoCountryCode: "ID",
      AssociationBehavior: "ASSOCIATE_ON_APPROVAL",
      DisassociationBehavior: "DELETE_REGISTRATION_DISASSOCIATES",
    },
  ],
  sections: [
    { path: "senderIdInfo", title: "Sender ID info" },
    { path: "companyInfo", title: "Company info" },
    { path: "companyAddress", title: "Company address" },
    { path: "contactInfo", title: "Contact info" },
    { path: "messagingUseCase", title: "Messaging use case" },
    { path: "messageSamples", title: "Message samples" },
    { path: "idSidSpecificInfo", title: "Documents for Indonesia" },
  ],
  fields: [
    text("senderIdInfo.senderId", R, [3, 11], { pattern: "^(?=.*[A-Za-z])[A-Za-z0-9]+$", example: "EXAMPLE" }),
    attachment("senderIdInfo.proofOfSenderIdConnection", O),
    text("companyInfo.companyName", R, 100, { example: "Example Corp" }),
    text("companyInfo.companyId", R, 30),
    text("companyInfo.website", R, 100, { example: "https://example.com" }),
    select("companyInfo.areaOfBusiness", R, [
      "Financial",
      "Healthcare",
      "Retail",
      "Technology",
      "Government",
      "Education",
      "Other",
    ]),
    text("companyAddress.address1", R, 100),
    text("companyAddress.city", R, 100, { example: "Jakarta" }),
    text("companyAddress.isoCountryCode", R, [2, 2], { pattern: "^[A-Z]{2}$", example: "ID" }),
    text("contactInfo.emailAddress", R, 100, { example: "contact@example.com" }),
    text("contactInfo.phoneNumber", R, 30, { example: "+62215550100" }),
    select("messagingUseCase.useCaseCategory", R, [
      ...["One-time passcodes", "Account or security alerts", "Purchase or delivery notifications"],
      ...["Public service announcements", "Polling and surveys", "Info on demand", "Promotions and marketing", "Other"],
    ]),
    text("messagingUseCase.useCaseDescription", R, 500),
    select("messagingUseCase.monthlyMessageVolume", R, ["1,000", "10,000", "100,000", "1,000,000", "10,000,000+"]),
    text("messagingUseCase.optInDescription", R, 500),
    text("messageSamples.messageSample1", R, 306),
    attachment("idSidSpecificInfo.letterOfAuthorization1", inIndonesia),
    attachment("idSidSpecificInfo.letterOfAuthorization2", inIndonesia),
    attachment("idSidSpecificInfo.letterOfAuthorization3", R),
    attachment("idSidSpecificInfo.letterOfAuthorization4", inIndonesia),
    attachment("idSidSpecificInfo.regulatoryAgencyLicense", O),
    attachment("idSidSpecificInfo.nomorPokokWajibPajakDocument", inIndonesia),
    attachment("idSidSpecificInfo.nomorIndukBerusahaDocument", inIndonesia),
  ],
};
