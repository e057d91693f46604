import type { Operation } from "../operation";
import { createRegistration } from "./createRegistration";
import { createRegistrationAssociation } from "./createRegistrationAssociation";
import { createRegistrationAttachment } from "./createRegistrationAttachment";
import { createRegistrationVersion } from "./createRegistrationVersion";
import { deleteRegistration } from "./deleteRegistration";
import { deleteRegistrationAttachment } from "./deleteRegistrationAttachment";
import { deleteRegistrationFieldValue } from "./deleteRegistrationFieldValue";
import { describeRegistrationAttachments } from "./describeRegistrationAttachments";
import { describeRegistrationFieldDefinitions } from "./describeRegistrationFieldDefinitions";
import { describeRegistrationFieldValues } from "./describeRegistrationFieldValues";
import { describeRegistrationSectionDefinitions } from "./describeRegistrationSectionDefinitions";
import { describeRegistrations } from "./describeRegistrations";
import { describeRegistrationTypeDefinitions } from "./describeRegistrationTypeDefinitions";
import { describeRegistrationVersions } from "./describeRegistrationVersions";
import { discardRegistrationVersion } from "./discardRegistrationVersion";
import { listRegistrationAssociations } from "./listRegistrationAssociations";
import { listTagsForResource } from "./listTagsForResource";
import { putRegistrationFieldValue } from "./putRegistrationFieldValue";
import { submitRegistrationVersion } from "./submitRegistrationVersion";
import { tagResource } from "./tagResource";
import { untagResource } from "./untagResource";

/** Everything the simulator can do, by the name on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [
    createRegistration,
    createRegistrationAssociation,
    createRegistrationAttachment,
    createRegistrationVersion,
    deleteRegistration,
    deleteRegistrationAttachment,
    deleteRegistrationFieldValue,
    describeRegistrationAttachments,
    describeRegistrationFieldDefinitions,
    describeRegistrationFieldValues,
    describeRegistrationSectionDefinitions,
    describeRegistrationTypeDefinitions,
    describeRegistrationVersions,
    describeRegistrations,
    discardRegistrationVersion,
    listRegistrationAssociations,
    listTagsForResource,
    putRegistrationFieldValue,
    submitRegistrationVersion,
    tagResource,
    untagResource,
  ].map((operation) => [operation.name, operation]),
);
