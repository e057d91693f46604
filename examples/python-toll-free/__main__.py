"""A toll-free registration with its number and the picture of its opt-in form."""

import pulumi
import sms_registrations as sms

config = pulumi.Config()

registration = sms.Registration(
    "toll-free",
    sms.RegistrationArgs(registration_type="US_TOLL_FREE_REGISTRATION", tags={"team": "messaging"}),
)

# What a person sees before agreeing to messages. `up` waits for the upload, since a form takes complete ones only.
opt_in = sms.RegistrationAttachment("opt-in", sms.RegistrationAttachmentArgs(file=pulumi.FileAsset("opt-in.png")))

version = sms.RegistrationVersion(
    "toll-free",
    sms.RegistrationVersionArgs(
        registration_id=registration.id,
        # With the type, a preview checks the form before the registration exists.
        registration_type=registration.registration_type,
        # The number that will send. The service wants it to be there before the form is submitted; this does it in that order.
        associations=[config.require("phoneNumberId")],
        fields={
            "companyInfo.companyName": "Example Coffee Roasters LLC",
            "companyInfo.website": "https://coffee.example.com",
            "companyInfo.businessType": ["PRIVATE_PROFIT"],
            # Asked for unless the company is a SOLE_PROPRIETOR.
            "companyInfo.taxId": config.require_secret("taxId"),
            "companyInfo.taxIdAuthority": ["EIN"],
            "companyInfo.taxIdCountry": "US",
            "companyInfo.address1": "100 Main Street",
            "companyInfo.city": "Seattle",
            "companyInfo.state": "WA",
            "companyInfo.zipCode": "98101",
            "companyInfo.isoCountryCode": "US",
            # A person whom the carriers may call. Secrets stay encrypted in the state, and out of logs and errors.
            "contactInfo.firstName": config.require_secret("contactFirstName"),
            "contactInfo.lastName": config.require_secret("contactLastName"),
            "contactInfo.supportEmail": "support@coffee.example.com",
            "contactInfo.supportPhoneNumber": config.require_secret("contactPhoneNumber"),
            "messagingUseCase.monthlyMessageVolume": ["10,000"],
            "messagingUseCase.useCaseCategory": ["ACCOUNT_NOTIFICATIONS"],
            "messagingUseCase.useCaseDetails": config.get("useCaseDetails")
            or "Customers who order online are told when the order is roasted, shipped and delivered.",
            "messagingUseCase.optInType": ["DIGITAL_FORM"],
            "messagingUseCase.optInDescription": (
                "At checkout on coffee.example.com/checkout, customers enter their mobile number and tick an empty box: "
                '"Text me about my order. About 4 messages per order. Message and data rates may apply. '
                'Reply STOP to opt out, HELP for help." Ordering does not depend on it.'
            ),
            "messagingUseCase.optInImage": {"attachmentId": opt_in.id},
            "messagingUseCase.privacyPolicyUrl": "https://coffee.example.com/privacy",
            "messagingUseCase.termsAndConditionsUrl": "https://coffee.example.com/terms",
            "messageSamples.messageSample1": (
                "Example Coffee Roasters: order 1234 has shipped and arrives on Friday. Reply STOP to opt out."
            ),
            "messageSamples.messageSample2": "Example Coffee Roasters: order 1234 was delivered. Enjoy!",
        },
        # The addresses of this example are placeholders on purpose. Yours are not: delete this line.
        ignore_advice=["placeholderText"],
    ),
)

pulumi.export("registrationId", registration.id)
pulumi.export("versionNumber", version.version_number)
pulumi.export("status", version.status)
# Why the carriers said no: of the form as a whole, and of single fields.
pulumi.export("deniedReasons", version.denied_reasons)
pulumi.export("fieldFeedback", version.field_feedback)
