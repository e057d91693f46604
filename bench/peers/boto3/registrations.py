"""A script in the manner of AWS's blog: create, put, submit, describe, one call after the other. Its state is a JSON file."""

import json
import pathlib
import sys

import boto3

STATE = pathlib.Path("state.json")
sms = boto3.client("pinpoint-sms-voice-v2")


def put_all(registration_id, fields):
    for path, value in fields.items():
        member = {"SelectChoices": value} if isinstance(value, list) else {"TextValue": value}
        sms.put_registration_field_value(RegistrationId=registration_id, FieldPath=path, **member)
    sms.submit_registration_version(RegistrationId=registration_id)


def describe(registration_id):
    registration = sms.describe_registrations(RegistrationIds=[registration_id])["Registrations"][0]
    versions = sms.describe_registration_versions(RegistrationId=registration_id)["RegistrationVersions"]
    values = sms.describe_registration_field_values(RegistrationId=registration_id)["RegistrationFieldValues"]
    newest = max(versions, key=lambda version: version["VersionNumber"])
    return {
        "registrationStatus": registration["RegistrationStatus"],
        "status": newest["RegistrationVersionStatus"],
        "versionNumber": newest["VersionNumber"],
        "deniedReasons": newest.get("DeniedReasons", []),
        "feedback": [value for value in values if "DeniedReason" in value or "Feedback" in value],
    }


def up(state, declared, dry_run):
    for one in declared:
        known = state.get(one["name"])
        if known and known["fields"] == one["fields"]:
            continue
        print("update" if known else "create", one["name"])
        if dry_run:
            continue
        if known:
            registration_id = known["id"]
            sms.create_registration_version(RegistrationId=registration_id)
        else:
            registration_id = sms.create_registration(RegistrationType=one["registrationType"])["RegistrationId"]
        put_all(registration_id, one["fields"])
        state[one["name"]] = {"id": registration_id, "fields": one["fields"], **describe(registration_id)}
        STATE.write_text(json.dumps(state, indent=2))


def destroy(state):
    for name, known in list(state.items()):
        if describe(known["id"])["status"] in ("DRAFT", "SUBMITTED"):
            sms.discard_registration_version(RegistrationId=known["id"])
        sms.delete_registration(RegistrationId=known["id"])
        del state[name]
        STATE.write_text(json.dumps(state, indent=2))


def main(command):
    state = json.loads(STATE.read_text()) if STATE.exists() else {}
    declared = json.loads(pathlib.Path("declared.json").read_text())
    if command in ("up", "preview"):
        up(state, declared, dry_run=command == "preview")
    elif command == "refresh":
        for known in state.values():
            known.update(describe(known["id"]))
        STATE.write_text(json.dumps(state, indent=2))
    elif command == "destroy":
        destroy(state)


main(sys.argv[1])
