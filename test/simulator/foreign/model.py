"""Checks messages against the service's model, more strictly than botocore itself does.

botocore's own validator stops at types, required members and minima; the model also has maxima, patterns
and enums. Both sides of the wire are checked: what the simulator answers, and what it should have refused.
"""

import datetime
import re

import botocore.session

SERVICE = "pinpoint-sms-voice-v2"


def load():
    return botocore.session.get_session().get_service_model(SERVICE)


def failures(shape, value, path="", allow_unknown_enums=False):
    """Every way in which a value (parsed JSON) is not of a shape."""
    kind = shape.type_name
    here = path or shape.name
    if kind == "structure":
        if not isinstance(value, dict):
            return [f"{here}: not a structure"]
        found = [f"{here}.{name}: required" for name in shape.required_members if value.get(name) is None]
        for name, member in value.items():
            if name not in shape.members:
                found.append(f"{here}.{name}: not in the model")
            elif member is not None:
                found += failures(shape.members[name], member, f"{here}.{name}", allow_unknown_enums)
        return found
    if kind == "list":
        if not isinstance(value, list):
            return [f"{here}: not a list"]
        found = limits(shape, len(value), here)
        for index, member in enumerate(value):
            found += failures(shape.member, member, f"{here}[{index}]", allow_unknown_enums)
        return found
    if kind == "map":
        if not isinstance(value, dict):
            return [f"{here}: not a map"]
        return [f for k, v in value.items() for f in failures(shape.value, v, f"{here}[{k}]", allow_unknown_enums)]
    if kind == "boolean":
        return [] if isinstance(value, bool) else [f"{here}: not a boolean"]
    if kind in ("integer", "long"):
        if isinstance(value, bool) or not isinstance(value, int):
            return [f"{here}: not an integer"]
        return limits(shape, value, here)
    if kind == "timestamp":
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return [f"{here}: not epoch seconds"]
        datetime.datetime.fromtimestamp(value, datetime.timezone.utc)
        return []
    if kind == "blob":
        return limits(shape, len(value), here) if isinstance(value, bytes) else [f"{here}: not bytes"]
    if kind == "string":
        if not isinstance(value, str):
            return [f"{here}: not a string"]
        found = limits(shape, len(value), here)
        pattern = shape.metadata.get("pattern")
        if pattern and not re.fullmatch(pattern, value):
            found.append(f"{here}: does not match {pattern}")
        enum = shape.metadata.get("enum")
        if enum and value not in enum and not allow_unknown_enums:
            found.append(f"{here}: not of the enum")
        return found
    raise ValueError(f"a shape of type {kind} is new to this checker")


def limits(shape, size, here):
    found = []
    if size < shape.metadata.get("min", size):
        found.append(f"{here}: less than {shape.metadata['min']}")
    if size > shape.metadata.get("max", size):
        found.append(f"{here}: more than {shape.metadata['max']}")
    return found
