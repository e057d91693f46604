"""Compares the simulator's request validation with the model and with botocore's own validator.

Usage: oracle.py <endpoint>. For every operation a valid request is made from the model alone; then every member in it is
left out, nulled, given another type, or moved to each side of each of its limits. Requests are signed by botocore and sent
unchecked. Prints one JSON line for each operation: how many requests, how many of them bad, and where the verdicts differ.
"""

import base64
import copy
import json
import socket
import sys

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.httpsession import URLLib3Session
from botocore.validate import ParamValidator

import model

ENDPOINT = sys.argv[1]
OPERATIONS = sys.argv[2].split(",")
# Without it every request waits for the system to acknowledge its headers.
session = URLLib3Session(socket_options=[(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)])
signer = SigV4Auth(Credentials("AKIDEXAMPLE", "secret"), "sms-voice", "us-east-1")


def sample(shape):
    """A value that a shape allows, with all its members."""
    kind = shape.type_name
    if kind == "structure":
        return {name: sample(member) for name, member in shape.members.items()}
    if kind == "list":
        return [sample(shape.member)] * max(1, shape.metadata.get("min", 1))
    if kind == "boolean":
        return True
    if kind in ("integer", "long"):
        return shape.metadata.get("min", 1)
    if kind == "blob":
        return b"x"
    if kind == "string":
        if "enum" in shape.metadata:
            return shape.metadata["enum"][0]
        return text(shape, max(1, shape.metadata.get("min", 1)))
    raise ValueError(kind)


def text(shape, length):
    """A text of this length that keeps to the pattern, where there is one."""
    arn = "arn:" if shape.name == "AmazonResourceName" else ""
    return (arn + "a" * length)[:length]


def variants(shape, value):
    """Values near the limits of a shape, good and bad: the checker of model.py decides which is which."""
    kind = shape.type_name
    yield {"wrong": "type"} if kind != "structure" else "wrong"
    yield 7 if kind not in ("integer", "long") else "7"
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if kind == "string":
        for length in {low, low and low - 1, high, high and high + 1} - {None}:
            yield text(shape, length)
        for odd in (" ", "a b", "a\nb", "äöü", "\U0001f600" * 3, "a/b:c-d_e.f", "a;b", "arn:aws:sms-voice:us-east-1:1:registration/x"):
            yield odd
        # A length is counted in characters: this one has twice as many UTF-16 units, four times as many bytes.
        if high:
            yield "\U0001f600" * high
        for member in shape.metadata.get("enum", ()):
            yield member
    elif kind in ("integer", "long"):
        for number in {low, low - 1, high, high + 1, 0, -1}:
            yield number
        yield 1.5
    elif kind == "list":
        for size in {0, 1, low, high, high and high + 1} - {None}:
            yield [sample(shape.member)] * size
        for member in variants(shape.member, value[0]):
            yield [member]
    elif kind == "structure":
        yield from requests(shape, value)
    elif kind == "blob":
        yield b""
        yield b"x" * high
        yield b"x" * (high + 1)
    elif kind == "boolean":
        yield "true"


def requests(shape, valid):
    yield valid
    yield {**valid, "Unknown": 1}
    for name, member in shape.members.items():
        yield {other: value for other, value in valid.items() if other != name}
        yield {**valid, name: None}
        for variant in variants(member, valid[name]):
            yield {**valid, name: variant}


def encoded(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {name: encoded(member) for name, member in value.items()}
    return [encoded(member) for member in value] if isinstance(value, list) else value


def refused(operation, parameters):
    """Whether the simulator says that the request is not of the operation's shape."""
    headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"PinpointSMSVoiceV2.{operation}"}
    request = AWSRequest("POST", ENDPOINT, headers=headers, data=json.dumps(encoded(parameters)))
    signer.add_auth(request)
    body = json.loads(session.send(request.prepare()).content)
    if body.get("__type", "").endswith("#SerializationException"):
        return True
    # Refusals by behaviour name no Fields, but for those of form fields, whose reason is another one.
    return "Fields" in body and body["Reason"] in ("INVALID_PARAMETER", "MISSING_PARAMETER")


def without_nulls(value):
    """botocore has no null: what a client leaves out is not sent."""
    if isinstance(value, dict):
        return {name: without_nulls(member) for name, member in value.items() if member is not None}
    return [without_nulls(member) for member in value] if isinstance(value, list) else value


service = model.load()
for name in OPERATIONS:
    shape = service.operation_model(name).input_shape
    count, bad, differences = 0, 0, []
    for parameters in requests(shape, sample(shape)):
        parameters = copy.deepcopy(parameters)
        by_model = model.failures(shape, parameters)
        by_botocore = ParamValidator().validate(without_nulls(parameters), shape).has_errors()
        by_simulator = refused(name, parameters)
        count, bad = count + 1, bad + bool(by_model)
        if bool(by_model) != by_simulator or (by_botocore and not by_simulator):
            differences.append({
                "request": repr(parameters)[:300],
                "model": by_model,
                "botocore": by_botocore,
                "simulator": by_simulator,
            })
    print(json.dumps({"operation": name, "requests": count, "bad": bad, "differences": differences}), flush=True)
