"""Drives every operation with boto3, good input and bad, and prints one JSON line for each call.

Usage: every_operation.py <endpoint>. The simulator is new and has a virtual clock. Each line has the operation, what was
tried, and the list of problems: an answer that the model does not allow, or not the answer that was expected.
"""

import json
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

import model

ENDPOINT = sys.argv[1]
BRAND = "US_TEN_DLC_BRAND_REGISTRATION"
TOLL_FREE = "US_TOLL_FREE_REGISTRATION"
CAMPAIGN = "US_TEN_DLC_CAMPAIGN_REGISTRATION"
PNG = bytes.fromhex("89504e470d0a1a0a")

client = boto3.client(model.SERVICE, endpoint_url=ENDPOINT, config=Config(retries={"total_max_attempts": 1}))
wire_problems = []


def check_answer(operation_model, response_dict, **_):
    """botocore calls this with every answer, before it parses it."""
    body = json.loads(response_dict["body"])
    if response_dict["status_code"] < 300:
        wire_problems.extend(model.failures(operation_model.output_shape, body))
        return
    name = body.pop("__type").split("#")[1]
    shapes = {shape.name: shape for shape in operation_model.error_shapes}
    if name not in shapes:
        wire_problems.append(f"{name} is no error of {operation_model.name}")
        return
    wire_problems.extend(model.failures(shapes[name], body))


client.meta.events.register("before-parse.pinpoint-sms-voice-v2", check_answer)


def call(operation, what, expected, **parameters):
    """Makes a call that should succeed (expected None) or be refused with (code, reason)."""
    wire_problems.clear()
    method = boto3.session.botocore.xform_name(operation)
    answer, refusal = {}, None
    try:
        answer = getattr(client, method)(**parameters)
    except ClientError as error:
        refusal = (error.response["Error"]["Code"], error.response.get("Reason"))
    problems = list(wire_problems)
    if refusal != expected:
        problems.append(f"expected {expected}, got {refusal}")
    print(json.dumps({"operation": operation, "what": what, "good": expected is None, "problems": problems}))
    answer.pop("ResponseMetadata", None)
    return answer


def good(operation, what="works", **parameters):
    return call(operation, what, None, **parameters)


def bad(operation, reason, code="Validation", **parameters):
    call(operation, f"refuses with {reason or code}", (f"{code}Exception", reason), **parameters)


def expect(operation, what, actual, expected):
    problems = [] if actual == expected else [f"expected {expected!r}, got {actual!r}"]
    print(json.dumps({"operation": operation, "what": what, "good": True, "problems": problems}))


def control(command, **arguments):
    request = urllib.request.Request(
        f"{ENDPOINT}/_simulator/{command}", json.dumps(arguments).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response).get("result")


def definitions(registration_type):
    pages = client.get_paginator("describe_registration_field_definitions").paginate(
        RegistrationType=registration_type, PaginationConfig={"PageSize": 5}
    )
    return [field for page in pages for field in page["RegistrationFieldDefinitions"]]


def fill(registration_id, registration_type, attachment_id=None):
    """A valid value for every field, taken from its definition alone."""
    for field in definitions(registration_type):
        if field["FieldType"] == "SELECT":
            value = {"SelectChoices": field["SelectValidation"]["Options"][: field["SelectValidation"]["MinChoices"]]}
        elif field["FieldType"] == "TEXT":
            example = field["DisplayHints"].get("ExampleTextValue")
            value = {"TextValue": example or "x" * field["TextValidation"]["MinLength"]}
        elif attachment_id:
            value = {"RegistrationAttachmentId": attachment_id}
        else:
            continue
        good("PutRegistrationFieldValue", field["FieldPath"], RegistrationId=registration_id, FieldPath=field["FieldPath"], **value)


def types_and_definitions():
    types = good("DescribeRegistrationTypeDefinitions")["RegistrationTypeDefinitions"]
    good("DescribeRegistrationTypeDefinitions", "by filter", Filters=[{"Name": "supported-association-iso-country-code", "Values": ["US"]}])
    bad("DescribeRegistrationTypeDefinitions", "UNKNOWN_REGISTRATION_TYPE", RegistrationTypes=["NONE"])
    for registration_type in [definition["RegistrationType"] for definition in types]:
        good("DescribeRegistrationSectionDefinitions", registration_type, RegistrationType=registration_type)
        good("DescribeRegistrationFieldDefinitions", registration_type, RegistrationType=registration_type)
        paged = [field["FieldPath"] for field in definitions(registration_type)]
        whole = client.describe_registration_field_definitions(RegistrationType=registration_type)
        expect(
            "DescribeRegistrationFieldDefinitions",
            f"pages of {registration_type} are the whole",
            paged,
            [field["FieldPath"] for field in whole["RegistrationFieldDefinitions"]],
        )
    bad("DescribeRegistrationSectionDefinitions", "UNKNOWN_REGISTRATION_SECTION", RegistrationType=BRAND, SectionPaths=["none"])
    bad("DescribeRegistrationFieldDefinitions", "UNKNOWN_REGISTRATION_FIELD", RegistrationType=BRAND, FieldPaths=["none"])
    bad("DescribeRegistrationFieldDefinitions", "INVALID_NEXT_TOKEN", RegistrationType=BRAND, NextToken="x")


def brand_review():
    created = good("CreateRegistration", RegistrationType=BRAND, Tags=[{"Key": "team", "Value": "sms"}], ClientToken="one")
    brand = created["RegistrationId"]
    same = good("CreateRegistration", "once per token", RegistrationType=BRAND, Tags=[{"Key": "team", "Value": "sms"}], ClientToken="one")
    expect("CreateRegistration", "gives the same id for the same token", same["RegistrationId"], brand)
    bad("CreateRegistration", "RESOURCE_ALREADY_EXISTS", "Conflict", RegistrationType=BRAND, ClientToken="one")
    bad("CreateRegistration", "UNKNOWN_REGISTRATION_TYPE", RegistrationType="NONE")
    bad("SubmitRegistrationVersion", "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", "Conflict", RegistrationId=brand)
    bad("CreateRegistrationVersion", "CREATE_REGISTRATION_VERSION_NOT_ALLOWED", "Conflict", RegistrationId=brand)
    fill(brand, BRAND)
    field = {"RegistrationId": brand, "FieldPath": "companyInfo.legalType"}
    bad("PutRegistrationFieldValue", "FIELD_VALIDATION_FAILED", **field, SelectChoices=["LLC"])
    bad("PutRegistrationFieldValue", "MISSING_PARAMETER", **field)
    bad("PutRegistrationFieldValue", "PARAMETERS_CANNOT_BE_USED_TOGETHER", **field, TextValue="a", SelectChoices=["b"])
    bad("PutRegistrationFieldValue", "UNKNOWN_REGISTRATION_FIELD", RegistrationId=brand, FieldPath="none", TextValue="a")
    good("DeleteRegistrationFieldValue", RegistrationId=brand, FieldPath="companyInfo.stockSymbol")
    bad("DeleteRegistrationFieldValue", "UNKNOWN_REGISTRATION_FIELD", RegistrationId=brand, FieldPath="none")
    values = good("DescribeRegistrationFieldValues", RegistrationId=brand)["RegistrationFieldValues"]
    expect("DescribeRegistrationFieldValues", "shows all but the deleted one", len(values), len(definitions(BRAND)) - 1)
    bad("DescribeRegistrationFieldValues", "UNKNOWN_REGISTRATION_VERSION", RegistrationId=brand, VersionNumber=2)
    control("review", registrationId=brand, steps=[
        {"status": "REVIEWING", "afterMs": 1500},
        {
            "status": "DENIED",
            "afterMs": 1000,
            "deniedReasons": [{"Reason": "TAX_ID", "ShortDescription": "Wrong", "LongDescription": "Very"}],
            "fields": [{"FieldPath": "companyInfo.taxId", "DeniedReason": "Wrong", "Feedback": "Look again"}],
            "feedback": "One field",
        },
    ])
    submitted = good("SubmitRegistrationVersion", RegistrationId=brand, AwsReview=True)
    expect("SubmitRegistrationVersion", "says SUBMITTED", (submitted["RegistrationVersionStatus"], submitted["AwsReview"]), ("SUBMITTED", True))
    control("advanceClock", ms=2000)
    bad("PutRegistrationFieldValue", "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED", "Conflict", **field, SelectChoices=["GOVERNMENT"])
    bad("DeleteRegistrationFieldValue", "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED", "Conflict", **field)
    bad("SubmitRegistrationVersion", "REGISTRATION_ALREADY_SUBMITTED", "Conflict", RegistrationId=brand)
    bad("DiscardRegistrationVersion", "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED", "Conflict", RegistrationId=brand)
    bad("DeleteRegistration", "RESOURCE_DELETION_NOT_ALLOWED", "Conflict", RegistrationId=brand)
    control("advanceClock", ms=2000)
    version = good("DescribeRegistrationVersions", RegistrationId=brand)["RegistrationVersions"][0]
    expect("DescribeRegistrationVersions", "shows the denial", (version["RegistrationVersionStatus"], version["DeniedReasons"][0]["Reason"], version["Feedback"]), ("DENIED", "TAX_ID", "One field"))
    expect("DescribeRegistrationVersions", "dates it when it was due", (version["RegistrationVersionStatusHistory"]["DeniedTimestamp"] - version["RegistrationVersionStatusHistory"]["SubmittedTimestamp"]).total_seconds(), 2.5)
    value = good("DescribeRegistrationFieldValues", "by path", RegistrationId=brand, FieldPaths=["companyInfo.taxId"])["RegistrationFieldValues"][0]
    expect("DescribeRegistrationFieldValues", "shows the denied field", (value["DeniedReason"], value["Feedback"]), ("Wrong", "Look again"))
    bad("SubmitRegistrationVersion", "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", "Conflict", RegistrationId=brand)
    good("CreateRegistrationVersion", RegistrationId=brand)
    empty = good("DescribeRegistrationFieldValues", "of a new version", RegistrationId=brand)["RegistrationFieldValues"]
    expect("DescribeRegistrationFieldValues", "shows nothing in a new version", empty, [])
    good("DiscardRegistrationVersion", RegistrationId=brand)
    good("CreateRegistrationVersion", "after a discard", RegistrationId=brand)
    fill(brand, BRAND)
    good("SubmitRegistrationVersion", "a new version", RegistrationId=brand)
    control("review", registrationId=brand, steps=[{"status": "REQUIRES_AUTHENTICATION"}, {"status": "APPROVED", "afterMs": 1000}])
    good("DescribeRegistrations", "in authentication", RegistrationIds=[brand])
    control("advanceClock", ms=1000)
    shown = good("DescribeRegistrations", RegistrationIds=[created["RegistrationArn"]])["Registrations"][0]
    expect("DescribeRegistrations", "shows it complete", [shown.get(name) for name in ("RegistrationStatus", "CurrentVersionNumber", "ApprovedVersionNumber", "LatestDeniedVersionNumber")], ["COMPLETE", 3, 3, 1])
    pages = client.get_paginator("describe_registration_versions").paginate(RegistrationId=brand, PaginationConfig={"PageSize": 1})
    numbers = [version["VersionNumber"] for page in pages for version in page["RegistrationVersions"]]
    expect("DescribeRegistrationVersions", "in pages", numbers, [3, 2, 1])
    bad("DescribeRegistrationVersions", "UNKNOWN_REGISTRATION_VERSION", RegistrationId=brand, VersionNumbers=[9])
    bad("DescribeRegistrations", None, "ResourceNotFound", RegistrationIds=["registration-none"])
    bad("DescribeRegistrations", "INVALID_FILTER_VALUES", Filters=[{"Name": "registration-status", "Values": ["NEW"]}])
    for status in ("REVOKED", "ARCHIVED", "REQUIRES_OFFLINE_REVIEW", "AWS_REVIEWING"):
        control("setStatus", registrationId=brand, versionStatus=status)
        good("DescribeRegistrationVersions", f"in {status}", RegistrationId=brand)
    control("setStatus", registrationId=brand, versionStatus="APPROVED")
    return created


def attachments():
    created = good("CreateRegistrationAttachment", AttachmentBody=PNG, Tags=[{"Key": "kind", "Value": ""}], ClientToken="file")
    attachment = created["RegistrationAttachmentId"]
    expect("CreateRegistrationAttachment", "starts in progress", created["AttachmentStatus"], "UPLOAD_IN_PROGRESS")
    good("CreateRegistrationAttachment", "from S3", AttachmentUrl="s3://bucket/letter.pdf")
    bad("CreateRegistrationAttachment", "ATTACHMENT_TYPE_NOT_SUPPORTED", AttachmentBody=b"GIF89a")
    bad("CreateRegistrationAttachment", "MISSING_PARAMETER")
    bad("CreateRegistrationAttachment", "PARAMETERS_CANNOT_BE_USED_TOGETHER", AttachmentBody=PNG, AttachmentUrl="s3://bucket/letter.pdf")
    bad("CreateRegistrationAttachment", "MAXIMUM_SIZE_EXCEEDED", AttachmentBody=PNG + bytes(5 * 1024 * 1024))
    shown = good("DescribeRegistrationAttachments", RegistrationAttachmentIds=[attachment])["RegistrationAttachments"][0]
    expect("DescribeRegistrationAttachments", "shows it complete", shown["AttachmentStatus"], "UPLOAD_COMPLETE")
    good("DescribeRegistrationAttachments", "all of them", MaxResults=1)
    control("settings", uploadEnds="UPLOAD_FAILED")
    failed = good("CreateRegistrationAttachment", "that is going to fail", AttachmentBody=PNG)["RegistrationAttachmentId"]
    control("settings", uploadEnds="UPLOAD_COMPLETE")
    good("DescribeRegistrationAttachments", "by status", Filters=[{"Name": "attachment-status", "Values": ["UPLOAD_FAILED"]}])
    bad("DescribeRegistrationAttachments", None, "ResourceNotFound", RegistrationAttachmentIds=["attachment-none"])
    good("DeleteRegistrationAttachment", "that failed", RegistrationAttachmentId=failed)
    bad("DeleteRegistrationAttachment", None, "ResourceNotFound", RegistrationAttachmentId=failed)
    return attachment


def associations(brand, attachment):
    campaign = good("CreateRegistration", "a campaign", RegistrationType=CAMPAIGN)["RegistrationId"]
    bad("SubmitRegistrationVersion", "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED", "Conflict", RegistrationId=campaign)
    good("CreateRegistrationAssociation", "with a brand", RegistrationId=campaign, ResourceId=brand)
    bad("CreateRegistrationAssociation", "RESOURCE_ALREADY_ASSOCIATED", "Conflict", RegistrationId=campaign, ResourceId=brand)
    bad("CreateRegistrationAssociation", None, "ResourceNotFound", RegistrationId=campaign, ResourceId="phone-none")
    number = control("addPhoneNumber", phoneNumber="+18005550100", numberType="TOLL_FREE")
    bad("CreateRegistrationAssociation", "INVALID_REGISTRATION_ASSOCIATION", RegistrationId=campaign, ResourceId=number["id"])
    toll_free = good("CreateRegistration", "a toll-free registration", RegistrationType=TOLL_FREE)["RegistrationId"]
    good("CreateRegistrationAssociation", "with a number", RegistrationId=toll_free, ResourceId=number["arn"])
    good("ListRegistrationAssociations", RegistrationId=toll_free)
    good("ListRegistrationAssociations", "by filter", RegistrationId=campaign, Filters=[{"Name": "resource-type", "Values": ["registration"]}])
    bad("ListRegistrationAssociations", None, "ResourceNotFound", RegistrationId="registration-none")
    fill(toll_free, TOLL_FREE, attachment)
    fill(campaign, CAMPAIGN)
    for registration in (toll_free, campaign):
        good("SubmitRegistrationVersion", "with its association", RegistrationId=registration)
    bad("DeleteRegistrationAttachment", "RESOURCE_DELETION_NOT_ALLOWED", "Conflict", RegistrationAttachmentId=attachment)
    control("setStatus", registrationId=toll_free, versionStatus="APPROVED")
    bad("DeleteRegistration", "RESOURCE_NOT_EMPTY", "Conflict", RegistrationId=toll_free)
    control("release", id=number["id"])
    closed = good("DescribeRegistrations", "without its number", RegistrationIds=[toll_free])["Registrations"][0]
    expect("DescribeRegistrations", "shows it closed", closed["RegistrationStatus"], "CLOSED")
    good("DeleteRegistration", RegistrationId=toll_free)
    bad("DeleteRegistration", None, "ResourceNotFound", RegistrationId=toll_free)


def tags(arn):
    good("TagResource", ResourceArn=arn, Tags=[{"Key": "stage", "Value": "test"}])
    shown = good("ListTagsForResource", ResourceArn=arn)["Tags"]
    expect("ListTagsForResource", "shows them", shown, [{"Key": "team", "Value": "sms"}, {"Key": "stage", "Value": "test"}])
    good("UntagResource", ResourceArn=arn, TagKeys=["team"])
    more = [{"Key": f"k{n}", "Value": ""} for n in range(200)]
    bad("TagResource", "TAGS_PER_RESOURCE", "ServiceQuotaExceeded", ResourceArn=arn, Tags=more)
    for operation, parameters in (("TagResource", {"Tags": more}), ("UntagResource", {"TagKeys": ["a"]}), ("ListTagsForResource", {})):
        bad(operation, "INVALID_ARN", ResourceArn="arn:aws:sms-voice:us-east-1:000000000000:pool/pool-1", **parameters)


def quotas(brand):
    control("settings", quotas={"REGISTRATION_VERSIONS_CREATED_PER_DAY": 0, "REGISTRATIONS_PER_ACCOUNT": 0, "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY": 0})
    bad("CreateRegistrationVersion", "REGISTRATION_VERSIONS_CREATED_PER_DAY", "ServiceQuotaExceeded", RegistrationId=brand)
    bad("CreateRegistration", "REGISTRATIONS_PER_ACCOUNT", "ServiceQuotaExceeded", RegistrationType=BRAND)
    bad("CreateRegistrationAttachment", "REGISTRATION_ATTACHMENTS_CREATED_PER_DAY", "ServiceQuotaExceeded", AttachmentBody=PNG)


types_and_definitions()
registration = brand_review()
associations(registration["RegistrationId"], attachments())
tags(registration["RegistrationArn"])
quotas(registration["RegistrationId"])
