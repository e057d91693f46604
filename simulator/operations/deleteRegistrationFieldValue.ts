import { findRegistration } from "../account";
import { registrationName, valueMembers } from "../describe";
import { editableVersion } from "../editableVersion";
import { refuse } from "../errors";
import { fieldsOfRegistration } from "../form";
import { operation } from "../operation";
import { required, structure } from "../rules";
import { FieldPath, RegistrationIdOrArn } from "../shapes";
import { storedValues, storeValue } from "../values";

export const deleteRegistrationFieldValue = operation({
  name: "DeleteRegistrationFieldValue",
  effect: "write",
  request: structure({ RegistrationId: required(RegistrationIdOrArn), FieldPath: required(FieldPath) }),
  behave(account, request, { nowMs, settings, drift }) {
    const registration = findRegistration(account, request.RegistrationId);
    const version = editableVersion(account, registration, nowMs, settings);
    const field = fieldsOfRegistration(registration, drift).get(request.FieldPath);
    const value = storedValues(version).get(request.FieldPath);
    // A field that the form has lost can still be cleared.
    if (!field && value === undefined) throw refuse("field.unknown", `The form has no field ${request.FieldPath}`);
    if (field?.FieldRequirement === "REQUIRED" && settings.deleteRequiredField === "refused") {
      throw refuse("deleteRegistrationFieldValue.required", `${request.FieldPath} is required and cannot be deleted`);
    }
    if (value !== undefined) storeValue(version, request.FieldPath, undefined, nowMs, settings);
    return {
      ...registrationName(account, registration),
      VersionNumber: version.number,
      FieldPath: request.FieldPath,
      ...valueMembers(value),
    };
  },
});
