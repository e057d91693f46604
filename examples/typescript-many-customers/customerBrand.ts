import * as pulumi from "@pulumi/pulumi";
import * as sms from "pulumi-sms-registrations";

export interface Customer {
  /** Names the customer's resources: never change it. */
  id: string;
  companyName: string;
  brandName: string;
  legalType: string;
  vertical: string;
  address: string;
  city: string;
  state: string;
  zipCode: string;
  website: string;
  supportEmail: string;
  supportPhoneNumber: string;
}

/** The 10DLC brand of one customer. */
export class CustomerBrand extends pulumi.ComponentResource {
  readonly registrationId: pulumi.Output<string>;
  readonly status: pulumi.Output<string>;
  /** Why the carriers said no, in words for the customer. */
  readonly denial: pulumi.Output<string[]>;

  constructor(customer: Customer, taxId: pulumi.Input<string>, opts?: pulumi.ComponentResourceOptions) {
    super("vendor:messaging:CustomerBrand", customer.id, {}, opts);

    const brand = new sms.Registration(
      customer.id,
      { registrationType: "US_TEN_DLC_BRAND_REGISTRATION", tags: { customer: customer.id } },
      { parent: this },
    );

    const version = new sms.RegistrationVersion(
      customer.id,
      {
        registrationId: brand.id,
        // With the type, a preview checks the form before the registration exists.
        registrationType: brand.registrationType,
        fields: {
          "companyInfo.companyName": customer.companyName,
          "companyInfo.taxIdIssuingCountry": "US",
          "companyInfo.taxId": taxId,
          "companyInfo.legalType": [customer.legalType],
          "companyInfo.address": customer.address,
          "companyInfo.city": customer.city,
          "companyInfo.state": customer.state,
          "companyInfo.zipCode": customer.zipCode,
          "companyInfo.isoCountryCode": "US",
          "contactInfo.dbaName": customer.brandName,
          "contactInfo.vertical": [customer.vertical],
          "contactInfo.website": customer.website,
          "contactInfo.supportEmail": customer.supportEmail,
          "contactInfo.supportPhoneNumber": customer.supportPhoneNumber,
        },
      },
      { parent: this },
    );

    this.registrationId = brand.id;
    this.status = version.status;
    this.denial = pulumi
      .all([version.deniedReasons, version.fieldFeedback])
      .apply(([reasons = [], fields = []]) => [
        ...reasons.map(({ longDescription, shortDescription }) => longDescription ?? shortDescription),
        ...fields.map(({ fieldPath, deniedReason, feedback }) =>
          [fieldPath, deniedReason, feedback].filter(Boolean).join(": "),
        ),
      ]);
    this.registerOutputs();
  }
}
