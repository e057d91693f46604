import { findRegistration, newId, newVersion, type Registration } from "../account";
import { clientToken } from "../clientToken";
import { registrationInformation, tagList } from "../describe";
import { refuse } from "../errors";
import { findForm } from "../form";
import { operation } from "../operation";
import { required, structure } from "../rules";
import { ClientToken, RegistrationType, TagList } from "../shapes";
import { setTags } from "../tags";

export const createRegistration = operation({
  name: "CreateRegistration",
  effect: "write",
  request: structure({ RegistrationType: required(RegistrationType), Tags: TagList, ClientToken }),
  behave(account, request, { nowMs, settings }) {
    const token = clientToken(account, "CreateRegistration", "registration", request);
    const answer = (registration: Registration) => ({
      ...registrationInformation(account, registration),
      Tags: tagList(registration.tags),
    });
    const before = token.usedFor();
    if (before !== undefined) {
      const registration = findRegistration(account, before, "listed");
      if (registration.status !== "DELETED" || settings.clientTokenAfterDelete === "remembered")
        return answer(registration);
    }
    findForm(request.RegistrationType);
    const tags = new Map<string, string>();
    setTags(tags, request.Tags ?? [], settings.quotas.TAGS_PER_RESOURCE);
    const count = [...account.registrations.values()].filter(({ status }) => status !== "DELETED").length;
    if (count >= settings.quotas.REGISTRATIONS_PER_ACCOUNT) {
      throw refuse("createRegistration.quota", `The account has ${count} registrations, which is its quota`);
    }
    const registration: Registration = {
      id: newId("registration"),
      order: ++account.order,
      tags,
      type: request.RegistrationType,
      createdMs: nowMs,
      versions: [],
      associations: [],
      status: "CREATED",
    };
    newVersion(registration, nowMs);
    account.registrations.set(registration.id, registration);
    token.remember(registration.id);
    return answer(registration);
  },
});
