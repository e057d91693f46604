import { TOLL_FREE, TOLL_FREE_FIELDS } from "./forms";

/** A YAML program on the plugin, with what stands below its head. */
export function yamlProgram(name: string, body: string): string {
  return `name: ${name}
runtime: yaml
plugins:
  providers:
    - name: sms-registrations
      path: node_modules/pulumi-sms-registrations/bin
${body}`;
}

/** All four resources, as YAML has them; JSON is YAML. */
export function allFour(phoneNumberId: string): string {
  const version = {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: YAML's own references.
    registrationId: "${registration.id}",
    registrationType: TOLL_FREE.registrationType,
    associations: [phoneNumberId],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: YAML's own references.
    fields: { ...TOLL_FREE_FIELDS, "messagingUseCase.optInImage": { attachmentId: "${picture.id}" } },
  };
  return `resources:
  registration:
    type: sms-registrations:Registration
    properties: ${JSON.stringify({ ...TOLL_FREE, tags: { team: "messaging" } })}
  picture:
    type: sms-registrations:RegistrationAttachment
    properties: { file: opt-in.png }
  number:
    type: sms-registrations:RegistrationAssociation
    properties: { registrationId: "\${registration.id}", resourceId: ${phoneNumberId} }
  version:
    type: sms-registrations:RegistrationVersion
    properties: ${JSON.stringify(version)}
`;
}
