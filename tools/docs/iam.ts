/** docs/iam.md: what each resource calls, and the IAM policies for it. */
import { OPERATIONS, type OperationName } from "../../provider/aws/operations";

/** The operations of each resource, over its whole life; a test lives it and compares. */
export const CALLS = {
  Registration: [
    "createRegistration",
    "describeRegistrations",
    "deleteRegistration",
    "listTagsForResource",
    "tagResource",
    "untagResource",
  ],
  RegistrationVersion: [
    "describeRegistrations",
    "describeRegistrationVersions",
    "describeRegistrationFieldValues",
    "describeRegistrationFieldDefinitions",
    "describeRegistrationTypeDefinitions",
    "listRegistrationAssociations",
    "createRegistrationAssociation",
    "createRegistrationVersion",
    "putRegistrationFieldValue",
    "deleteRegistrationFieldValue",
    "submitRegistrationVersion",
    "discardRegistrationVersion",
  ],
  RegistrationAttachment: [
    "createRegistrationAttachment",
    "describeRegistrationAttachments",
    "deleteRegistrationAttachment",
    "listTagsForResource",
    "tagResource",
    "untagResource",
  ],
  RegistrationAssociation: ["createRegistrationAssociation", "listRegistrationAssociations", "describeRegistrations"],
  "Look-ups": [
    "describeRegistrations",
    "describeRegistrationVersions",
    "describeRegistrationTypeDefinitions",
    "describeRegistrationSectionDefinitions",
    "describeRegistrationFieldDefinitions",
  ],
} as const satisfies Record<string, readonly OperationName[]>;

/** The text of docs/iam.md. */
export function iamPage(): string {
  const users = Object.keys(CALLS) as (keyof typeof CALLS)[];
  const names = Object.keys(OPERATIONS) as OperationName[];
  const calls = (user: keyof typeof CALLS, name: OperationName) => (CALLS[user] as readonly string[]).includes(name);
  const rows = names.map(
    (name) =>
      `| \`${OPERATIONS[name].iamAction}\` | ${users.map((user) => (calls(user, name) ? "x" : "")).join(" | ")} |`,
  );
  return `# Permissions

<!-- Written by \`npm run docs\` from provider/aws/operations.ts; a test holds it to what is called. -->

Every call that this package makes needs the IAM action of the same name, and no other. Allow what the program declares:

| action | ${users.join(" | ")} |
|---|${users.map(() => ":-:|").join("")}
${rows.join("\n")}

Tags at creation need \`sms-voice:TagResource\`, too. Where an attachment is given as an \`s3://\` URL, the caller has to be
allowed to read that object.

## Everything

${policy(names)}

## Preview, refresh and look-ups

These write nothing:

${policy(names.filter((name) => OPERATIONS[name].access === "read"))}
`;
}

function policy(names: readonly OperationName[]): string {
  const Action = names.map((name) => OPERATIONS[name].iamAction).sort();
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] };
  return `\`\`\`json\n${JSON.stringify(document, null, 2)}\n\`\`\``;
}
