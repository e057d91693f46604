/**
 * A dynamic provider as the documentation of Pulumi and AWS leads to: the SDK imported inside the methods, a client for each of them,
 * the fields put one after the other, and every output read from the service. It does what ours does on the way where nothing goes wrong.
 */
import { readFileSync } from "node:fs";
import type { PinpointSMSVoiceV2 as Client } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import * as pulumi from "@pulumi/pulumi";

interface RegistrationInputs {
  registrationType: string;
}

const registrationProvider: pulumi.dynamic.ResourceProvider = {
  async diff(_id, olds, news) {
    const replaces = olds.registrationType === news.registrationType ? [] : ["registrationType"];
    return { changes: replaces.length > 0, replaces, deleteBeforeReplace: true };
  },

  async create({ registrationType }: RegistrationInputs) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    const sms = new PinpointSMSVoiceV2({});
    const created = await sms.createRegistration({ RegistrationType: registrationType });
    const outs = {
      registrationType,
      arn: created.RegistrationArn,
      registrationStatus: created.RegistrationStatus,
      currentVersionNumber: created.CurrentVersionNumber,
    };
    return { id: String(created.RegistrationId), outs };
  },

  async read(id, props) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    const sms = new PinpointSMSVoiceV2({});
    const { Registrations = [] } = await sms.describeRegistrations({ RegistrationIds: [id] });
    const [found] = Registrations;
    return {
      id,
      props: {
        ...props,
        registrationType: found?.RegistrationType,
        arn: found?.RegistrationArn,
        registrationStatus: found?.RegistrationStatus,
        currentVersionNumber: found?.CurrentVersionNumber,
      },
    };
  },

  async delete(id) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    await new PinpointSMSVoiceV2({}).deleteRegistration({ RegistrationId: id });
  },
};

type Fields = Record<string, string | string[]>;

interface VersionInputs {
  registrationId: string;
  fields: Fields;
}

async function putField(sms: Client, registrationId: string, path: string, value: string | string[]): Promise<void> {
  await sms.putRegistrationFieldValue({
    RegistrationId: registrationId,
    FieldPath: path,
    ...(Array.isArray(value) ? { SelectChoices: value } : { TextValue: value }),
  });
}

/** What the service says of the newest version and its registration. */
async function describe(sms: Client, registrationId: string) {
  const { Registrations = [] } = await sms.describeRegistrations({ RegistrationIds: [registrationId] });
  const { RegistrationVersions = [] } = await sms.describeRegistrationVersions({ RegistrationId: registrationId });
  const values = await sms.describeRegistrationFieldValues({ RegistrationId: registrationId });
  const [registration] = Registrations;
  const version = RegistrationVersions.sort((a, b) => Number(b.VersionNumber) - Number(a.VersionNumber))[0];
  const found = values.RegistrationFieldValues ?? [];
  const all = {
    registrationArn: registration?.RegistrationArn,
    registrationStatus: registration?.RegistrationStatus,
    currentVersionNumber: registration?.CurrentVersionNumber,
    approvedVersionNumber: registration?.ApprovedVersionNumber,
    latestDeniedVersionNumber: registration?.LatestDeniedVersionNumber,
    versionNumber: version?.VersionNumber,
    status: version?.RegistrationVersionStatus,
    statusHistory: Object.fromEntries(
      Object.entries(version?.RegistrationVersionStatusHistory ?? {}).map(([name, at]) => [name, at?.toISOString()]),
    ),
    deniedReasons: version?.DeniedReasons ?? [],
    feedback: version?.Feedback,
    fieldFeedback: found.filter(({ DeniedReason, Feedback }) => DeniedReason || Feedback),
    fields: Object.fromEntries(found.map((one) => [one.FieldPath, one.TextValue ?? one.SelectChoices ?? ""])),
  };
  // Pulumi refuses what is undefined.
  return JSON.parse(JSON.stringify(all)) as typeof all;
}

const versionProvider: pulumi.dynamic.ResourceProvider = {
  async diff(_id, olds, news) {
    const isSame = (path: string) => JSON.stringify(olds.fields?.[path]) === JSON.stringify(news.fields?.[path]);
    const paths = [...Object.keys(olds.fields ?? {}), ...Object.keys(news.fields ?? {})];
    const replaces = olds.registrationId === news.registrationId ? [] : ["registrationId"];
    return { changes: replaces.length > 0 || !paths.every(isSame), replaces };
  },

  async create({ registrationId, fields }: VersionInputs) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    const sms = new PinpointSMSVoiceV2({});
    for (const [path, value] of Object.entries(fields)) await putField(sms, registrationId, path, value);
    await sms.submitRegistrationVersion({ RegistrationId: registrationId });
    return { id: registrationId, outs: { registrationId, ...(await describe(sms, registrationId)) } };
  },

  async read(id, props) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    const found = await describe(new PinpointSMSVoiceV2({}), id);
    return { id, props: { ...props, registrationId: id, ...found } };
  },

  async update(id, olds, { registrationId, fields }: VersionInputs) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    const sms = new PinpointSMSVoiceV2({});
    const isDraft = (await describe(sms, id)).status === "DRAFT";
    // A new version is empty, so it needs every field; a draft needs what differs.
    if (!isDraft) await sms.createRegistrationVersion({ RegistrationId: id });
    for (const [path, value] of Object.entries(fields)) {
      const differs = JSON.stringify(olds.fields?.[path]) !== JSON.stringify(value);
      if (differs || !isDraft) await putField(sms, id, path, value);
    }
    for (const path of Object.keys(olds.fields ?? {})) {
      if (isDraft && !(path in fields)) {
        await sms.deleteRegistrationFieldValue({ RegistrationId: id, FieldPath: path });
      }
    }
    await sms.submitRegistrationVersion({ RegistrationId: id });
    return { outs: { registrationId, ...(await describe(sms, id)) } };
  },

  async delete(id) {
    const { PinpointSMSVoiceV2 } = await import("@aws-sdk/client-pinpoint-sms-voice-v2");
    const sms = new PinpointSMSVoiceV2({});
    const { status } = await describe(sms, id);
    if (status !== "DRAFT" && status !== "SUBMITTED") return;
    await sms.discardRegistrationVersion({ RegistrationId: id });
  },
};

class Registration extends pulumi.dynamic.Resource {
  declare readonly registrationStatus: pulumi.Output<string>;

  constructor(name: string, args: pulumi.Inputs) {
    super(registrationProvider, name, { arn: undefined, registrationStatus: undefined, ...args });
  }
}

class RegistrationVersion extends pulumi.dynamic.Resource {
  declare readonly status: pulumi.Output<string>;

  constructor(name: string, args: pulumi.Inputs) {
    super(versionProvider, name, { status: undefined, versionNumber: undefined, ...args });
  }
}

for (const { name, registrationType, fields } of JSON.parse(readFileSync("declared.json", "utf8"))) {
  const registration = new Registration(name, { registrationType });
  new RegistrationVersion(`${name}-version`, { registrationId: registration.id, fields });
}
