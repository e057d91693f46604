"""The resources of the plugin `sms-registrations`, typed for Python.

Written by hand, for engines that cannot generate an SDK. Pulumi's official release can, with all the documentation:

    pulumi package add ./node_modules/pulumi-sms-registrations

The package that it makes has the same classes, arguments and outputs. This file may then go, and the program says
`import pulumi_sms_registrations as sms`.

Outputs are what the service said when the resource was last read; `pulumi refresh` reads it again.
"""

from copy import copy
from typing import TYPE_CHECKING, Any, Literal, Mapping, Optional, Sequence, TypeVar, Union

import pulumi
from pulumi import Input, Output, ResourceOptions
from typing_extensions import dataclass_transform

T = TypeVar("T")

if TYPE_CHECKING:
    FieldValue = Union[Input[str], Input[Sequence[Input[str]]], Input[Mapping[str, Input[str]]]]
else:
    # While a program runs, Pulumi's SDK refuses a list where something else may stand, too.
    FieldValue = Any
"""The value of a field: a text, the choices of a SELECT field (also when there is only one), or `{"attachmentId": id}`."""


@dataclass_transform(kw_only_default=True, field_specifiers=(pulumi.property,))
def arguments(declared: type[T]) -> type[T]:
    """`pulumi.input_type`, in a way that editors and type checkers know what its constructor takes."""
    return pulumi.input_type(declared)


@arguments
class RegistrationArgs:
    """The arguments of a `Registration`."""

    registration_type: Input[str] = pulumi.property("registrationType")
    """What is registered, such as `US_TOLL_FREE_REGISTRATION`. Changing it replaces the registration."""
    tags: Optional[Input[Mapping[str, Input[str]]]] = pulumi.property("tags", default=None)
    """Up to 200 tags."""
    adopt: Optional[Input[str]] = pulumi.property("adopt", default=None)
    """The id of an existing registration to take under management instead of creating one."""
    identity: Optional[Input[str]] = pulumi.property("identity", default=None)
    """What makes it the same one when the answer to its creation was lost. Default: its URN."""
    region: Optional[Input[str]] = pulumi.property("region", default=None)
    """The AWS region. Changing it replaces the registration. Default: the provider's."""


class Registration(pulumi.CustomResource):
    """A registration with the carriers: a form and its versions. `pulumi import` takes its id."""

    registration_type: Output[str] = pulumi.property("registrationType")
    tags: Output[Optional[Mapping[str, str]]] = pulumi.property("tags")
    region: Output[str] = pulumi.property("region")
    registration_arn: Output[str] = pulumi.property("registrationArn")
    registration_status: Output[str] = pulumi.property("registrationStatus")
    """Only COMPLETE means usable."""
    current_version_number: Output[int] = pulumi.property("currentVersionNumber")
    approved_version_number: Output[Optional[int]] = pulumi.property("approvedVersionNumber")
    latest_denied_version_number: Output[Optional[int]] = pulumi.property("latestDeniedVersionNumber")
    created_timestamp: Output[str] = pulumi.property("createdTimestamp")

    def __init__(self, resource_name: str, args: RegistrationArgs, opts: Optional[ResourceOptions] = None) -> None:
        super().__init__("sms-registrations:index:Registration", resource_name, with_outputs(self, args), opts)


@arguments
class RegistrationVersionArgs:
    """The arguments of a `RegistrationVersion`."""

    registration_id: Input[str] = pulumi.property("registrationId")
    """The registration's id. Changing it replaces the version."""
    fields: Input[Mapping[str, FieldValue]] = pulumi.property("fields")
    """The form: field path -> value. What is left out has no value. Give sensitive values as secrets."""
    submit: Optional[Input[bool]] = pulumi.property("submit", default=None)
    """Whether the version is sent to review. Default: True."""
    aws_review: Optional[Input[bool]] = pulumi.property("awsReview", default=None)
    """Whether AWS looks at the form before the carriers do. Default: False."""
    while_in_review: Optional[Input[Literal["fail", "wait", "discard"]]] = pulumi.property("whileInReview", default=None)
    """What happens when the fields change during a review. Default: "fail"."""
    wait_for: Optional[Input[Literal["submitted", "reviewing", "approved"]]] = pulumi.property("waitFor", default=None)
    """How far the review has to be before `up` ends. Default: "submitted"."""
    wait_timeout: Optional[Input[str]] = pulumi.property("waitTimeout", default=None)
    """How long to wait at the most, such as "1h30m". Default: "30m"."""
    associations: Optional[Input[Sequence[Input[str]]]] = pulumi.property("associations", default=None)
    """What is associated before the form is submitted: a campaign's brand, a toll-free registration's number."""
    registration_type: Optional[Input[str]] = pulumi.property("registrationType", default=None)
    """The registration's type: with it, a preview checks the form before the registration exists."""
    validation: Optional[Input[Literal["error", "warn", "off"]]] = pulumi.property("validation", default=None)
    """What a form that does not fit its type's definitions means. Default: "error"."""
    ignore_advice: Optional[Input[Sequence[Input[str]]]] = pulumi.property("ignoreAdvice", default=None)
    """Names of advice on well-known causes of denial that is not wanted."""
    resubmit_trigger: Optional[Input[str]] = pulumi.property("resubmitTrigger", default=None)
    """Any text. Changing it submits the same fields again after a denial."""
    region: Optional[Input[str]] = pulumi.property("region", default=None)
    """The AWS region. Changing it replaces the version. Default: the provider's."""


@pulumi.output_type
class DeniedReason:
    """One of the carriers' reasons for denying a version."""

    reason: str = pulumi.property("reason")
    short_description: str = pulumi.property("shortDescription")
    long_description: Optional[str] = pulumi.property("longDescription", default=None)
    documentation_title: Optional[str] = pulumi.property("documentationTitle", default=None)
    documentation_link: Optional[str] = pulumi.property("documentationLink", default=None)


@pulumi.output_type
class FieldFeedback:
    """What a reviewer said of one field."""

    field_path: str = pulumi.property("fieldPath")
    denied_reason: Optional[str] = pulumi.property("deniedReason", default=None)
    feedback: Optional[str] = pulumi.property("feedback", default=None)


class RegistrationVersion(pulumi.CustomResource):
    """What the form of a registration says, and how far the review of it is.

    Its id is the registration's id, which `pulumi import` takes, too.
    """

    registration_id: Output[str] = pulumi.property("registrationId")
    fields: Output[Mapping[str, Any]] = pulumi.property("fields")
    region: Output[str] = pulumi.property("region")
    registration_arn: Output[str] = pulumi.property("registrationArn")
    version_number: Output[int] = pulumi.property("versionNumber")
    status: Output[str] = pulumi.property("status")
    """DRAFT, SUBMITTED, REVIEWING, REQUIRES_AUTHENTICATION, APPROVED, DENIED, ..."""
    status_history: Output[Mapping[str, str]] = pulumi.property("statusHistory")
    """When it entered each status, ISO 8601: `submittedTimestamp`, `deniedTimestamp`, ..."""
    denied_reasons: Output[Sequence[DeniedReason]] = pulumi.property("deniedReasons")
    field_feedback: Output[Sequence[FieldFeedback]] = pulumi.property("fieldFeedback")
    feedback: Output[Optional[str]] = pulumi.property("feedback")
    registration_status: Output[str] = pulumi.property("registrationStatus")
    current_version_number: Output[int] = pulumi.property("currentVersionNumber")
    approved_version_number: Output[Optional[int]] = pulumi.property("approvedVersionNumber")
    latest_denied_version_number: Output[Optional[int]] = pulumi.property("latestDeniedVersionNumber")

    def __init__(
        self, resource_name: str, args: RegistrationVersionArgs, opts: Optional[ResourceOptions] = None
    ) -> None:
        super().__init__("sms-registrations:index:RegistrationVersion", resource_name, with_outputs(self, args), opts)


@arguments
class RegistrationAttachmentArgs:
    """The arguments of a `RegistrationAttachment`: either `file` or `url`."""

    file: Optional[Input[Union[str, pulumi.Asset]]] = pulumi.property("file", default=None)
    """A path or an asset. Changing its content replaces the attachment."""
    url: Optional[Input[str]] = pulumi.property("url", default=None)
    """An `s3://bucket/key` URL, which the service reads itself. Changing it replaces the attachment."""
    tags: Optional[Input[Mapping[str, Input[str]]]] = pulumi.property("tags", default=None)
    """Up to 200 tags."""
    identity: Optional[Input[str]] = pulumi.property("identity", default=None)
    """What makes it the same one when the answer to its creation was lost. Default: its URN."""
    region: Optional[Input[str]] = pulumi.property("region", default=None)
    """The AWS region. Changing it replaces the attachment. Default: the provider's."""


class RegistrationAttachment(pulumi.CustomResource):
    """A PDF, JPEG or PNG of up to 5 MB that forms refer to. `pulumi import` takes its id."""

    file: Output[Any] = pulumi.property("file")
    url: Output[Optional[str]] = pulumi.property("url")
    tags: Output[Optional[Mapping[str, str]]] = pulumi.property("tags")
    region: Output[str] = pulumi.property("region")
    content_hash: Output[Optional[str]] = pulumi.property("contentHash")
    """SHA-256 of the file's bytes, hexadecimal."""
    registration_attachment_arn: Output[str] = pulumi.property("registrationAttachmentArn")
    attachment_status: Output[str] = pulumi.property("attachmentStatus")
    created_timestamp: Output[str] = pulumi.property("createdTimestamp")

    def __init__(
        self, resource_name: str, args: RegistrationAttachmentArgs, opts: Optional[ResourceOptions] = None
    ) -> None:
        super().__init__("sms-registrations:index:RegistrationAttachment", resource_name, with_outputs(self, args), opts)


@arguments
class RegistrationAssociationArgs:
    """The arguments of a `RegistrationAssociation`."""

    registration_id: Input[str] = pulumi.property("registrationId")
    """The registration's id. Changing it replaces the association."""
    resource_id: Input[str] = pulumi.property("resourceId")
    """The id or ARN of a number, a sender id or another registration. Changing it replaces the association."""
    wait_for_complete: Optional[Input[bool]] = pulumi.property("waitForComplete", default=None)
    """Whether to wait for the registration that has to be COMPLETE before. Default: False."""
    wait_timeout: Optional[Input[str]] = pulumi.property("waitTimeout", default=None)
    """How long to wait at the most, such as "1h30m". Default: "30m"."""
    region: Optional[Input[str]] = pulumi.property("region", default=None)
    """The AWS region. Changing it replaces the association. Default: the provider's."""


class RegistrationAssociation(pulumi.CustomResource):
    """A number, a sender id or another registration that belongs to a registration.

    The service has no operation to take it back: deleting the resource leaves the association, and says so.
    `pulumi import` takes `<registration id>,<resource id>`.
    """

    registration_id: Output[str] = pulumi.property("registrationId")
    resource_id: Output[str] = pulumi.property("resourceId")
    region: Output[str] = pulumi.property("region")
    resource_arn: Output[str] = pulumi.property("resourceArn")
    resource_type: Output[str] = pulumi.property("resourceType")
    iso_country_code: Output[Optional[str]] = pulumi.property("isoCountryCode")
    phone_number: Output[Optional[str]] = pulumi.property("phoneNumber")

    def __init__(
        self, resource_name: str, args: RegistrationAssociationArgs, opts: Optional[ResourceOptions] = None
    ) -> None:
        super().__init__("sms-registrations:index:RegistrationAssociation", resource_name, with_outputs(self, args), opts)


def with_outputs(resource: pulumi.CustomResource, args: object) -> Any:
    """The arguments, and an empty place for each output: Pulumi fills those that are named when a resource is made."""
    props = copy(args)
    for output in type(resource).__annotations__:
        props.__dict__.setdefault(output, None)
    return props
