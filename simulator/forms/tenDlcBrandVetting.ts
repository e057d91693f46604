import type { Form } from "./definition";

/** Nothing to fill in: what is vetted is the brand registration that is associated. */
export const tenDlcBrandVetting: Form = {
  type: "US_TEN_DLC_BRAND_VETTING",
  title: "US 10DLC brand vetting",
  description: "A check of a registered brand by a third party, for more throughput. Its fee is not refunded.",
  associations: [
    {
      ResourceType: "registration",
      AssociationBehavior: "ASSOCIATE_BEFORE_SUBMIT",
      DisassociationBehavior: "DELETE_REGISTRATION_DISASSOCIATES",
    },
  ],
  takes: { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" },
  sections: [],
  fields: [],
};
