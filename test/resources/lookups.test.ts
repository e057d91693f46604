import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import * as sms from "../../provider";
import { accountIdOf } from "../../simulator";
import { brand, region, simulated } from "../simulator/simulated";

const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UNKNOWN_ID = `registration-${"0".repeat(32)}`;

describe("look-ups", () => {
  // The AWS client tries again what fails at another time than its own.
  const simulator = simulated({ clock: "real", startTime: undefined });
  const environment = { ...process.env };
  before(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "not checked" });
    delete process.env.AWS_REGION;
  });
  beforeEach(() => pulumi.runtime.setAllConfig({ "sms-registrations:endpoint": simulator.url, "aws:region": region }));
  after(() => {
    pulumi.runtime.setAllConfig({});
    process.env = environment;
  });
  /** Operations and regions of the calls. */
  const calls = async () => (await simulator.control.calls()).map(({ operation, region }) => `${operation} ${region}`);

  describe("of registration types", () => {
    it("give all pages, with what has to be associated", async () => {
      await simulator.control.settings({ pageSize: 2 });
      const all = await types();
      assert.ok(all.length > 4, String(all));
      const [campaign] = (await sms.getRegistrationTypes({ registrationTypes: ["US_TEN_DLC_CAMPAIGN_REGISTRATION"] }))
        .registrationTypeDefinitions;
      assert.deepEqual(
        campaign?.supportedAssociations.map(({ resourceType, associationBehavior }) => [
          resourceType,
          associationBehavior,
        ]),
        [
          ["registration", "ASSOCIATE_BEFORE_SUBMIT"],
          ["phone-number", "ASSOCIATE_AFTER_COMPLETE"],
        ],
      );
      assert.ok(campaign?.displayHints?.title);
    });

    it("are filtered by what takes an association", async () => {
      assert.deepEqual(await types({ supportedAssociationResourceTypes: ["sender-id"] }), [
        "ID_SENDER_ID_REGISTRATION",
      ]);
      assert.deepEqual(await types({ supportedAssociationIsoCountryCodes: ["ID"] }), ["ID_SENDER_ID_REGISTRATION"]);
      assert.deepEqual(await types({ registrationTypes: [], supportedAssociationResourceTypes: [] }), await types());
    });

    async function types(args?: sms.GetRegistrationTypesArgs): Promise<string[]> {
      const { registrationTypeDefinitions } = await sms.getRegistrationTypes(args);
      return registrationTypeDefinitions.map(({ registrationType }) => registrationType);
    }
  });

  describe("of a form", () => {
    it("give its sections and its fields in the order of the form, on however many pages", async () => {
      const whole = await form();
      await simulator.control.settings({ pageSize: 1 });
      assert.deepEqual(await sections(), ["companyInfo", "contactInfo"]);
      await simulator.control.settings({ pageSize: 3 });
      assert.deepEqual(await form(), whole);
      const name = whole.find(({ fieldPath }) => fieldPath === "companyInfo.companyName");
      assert.deepEqual(
        [name?.sectionPath, name?.fieldType, name?.fieldRequirement, name?.textValidation?.maxLength],
        ["companyInfo", "TEXT", "REQUIRED", 100],
      );
    });

    it("are filtered by section and by field, more than one request may name", async () => {
      const paths = (await form()).map(({ fieldPath }) => fieldPath).slice(0, 12);
      const named = await form({ fieldPaths: [...paths, ...paths] });
      assert.deepEqual(
        named.map(({ fieldPath }) => fieldPath),
        paths,
      );
      const ofContact = await form({ sectionPath: "contactInfo" });
      assert.ok(ofContact.length > 0 && ofContact.every(({ sectionPath }) => sectionPath === "contactInfo"));
      assert.deepEqual(await sections({ sectionPaths: ["contactInfo"] }), ["contactInfo"]);
    });

    it("are what they are now, since forms change", async () => {
      const before = await form();
      await simulator.control.defineField(brand, { FieldPath: "contactInfo.fax", FieldRequirement: "REQUIRED" });
      assert.deepEqual(
        (await form()).slice(before.length).map(({ fieldPath, fieldRequirement }) => [fieldPath, fieldRequirement]),
        [["contactInfo.fax", "REQUIRED"]],
      );
    });

    async function form(args: object = {}) {
      return (await sms.getRegistrationFieldDefinitions({ registrationType: brand, ...args }))
        .registrationFieldDefinitions;
    }

    async function sections(args: object = {}) {
      const found = await sms.getRegistrationSectionDefinitions({ registrationType: brand, ...args });
      return found.registrationSectionDefinitions.map(({ sectionPath }) => sectionPath);
    }
  });

  describe("of a registration", () => {
    it("give it as it is", async () => {
      const registrationId = await simulator.submitted();
      const found = await sms.getRegistration({ registrationId });
      assert.deepEqual(
        { ...found },
        {
          registrationId,
          registrationArn: found.registrationArn,
          registrationType: brand,
          registrationStatus: found.registrationStatus,
          currentVersionNumber: 1,
          approvedVersionNumber: undefined,
          latestDeniedVersionNumber: undefined,
          additionalAttributes: {},
          createdTimestamp: found.createdTimestamp,
        },
      );
      assert.match(found.createdTimestamp, ISO_8601);
      assert.match(found.registrationArn, /^arn:aws:sms-voice:us-east-1:\d{12}:registration\/registration-/);
      assert.deepEqual(await sms.getRegistration({ registrationId: found.registrationArn }), found);
    });

    it("give its versions, newest first, all pages, with reasons and history", async () => {
      const registrationId = await simulator.submitted();
      const reason = { Reason: "NAME_MISMATCH", ShortDescription: "The name is another." };
      await simulator.control.setStatus(registrationId, {
        versionStatus: "DENIED",
        deniedReasons: [reason],
        feedback: "No.",
      });
      for (let version = 2; version <= 8; version++) {
        await simulator.call("CreateRegistrationVersion", { RegistrationId: registrationId });
        await simulator.call("DiscardRegistrationVersion", { RegistrationId: registrationId });
      }
      await simulator.control.settings({ pageSize: 2, describeVersions: "oldestFirst" });
      assert.deepEqual(await numbers({ registrationId }), [8, 7, 6, 5, 4, 3, 2, 1]);
      assert.deepEqual(await numbers({ registrationId, statuses: ["DENIED"] }), [1]);
      assert.deepEqual(
        await numbers({ registrationId, versionNumbers: [1, 2, 3, 4, 5, 6, 7, 7] }),
        [7, 6, 5, 4, 3, 2, 1],
      );
      const { registrationVersions } = await sms.getRegistrationVersions({ registrationId, versionNumbers: [1] });
      const [denied] = registrationVersions;
      assert.deepEqual(
        [denied?.status, denied?.feedback, denied?.deniedReasons.map(({ reason }) => reason)],
        ["DENIED", "No.", ["NAME_MISMATCH"]],
      );
      assert.match(denied?.statusHistory.draftTimestamp ?? "", ISO_8601);
      assert.equal(denied?.statusHistory.approvedTimestamp, undefined);
    });

    async function numbers(args: sms.GetRegistrationVersionsArgs) {
      return (await sms.getRegistrationVersions(args)).registrationVersions.map(({ versionNumber }) => versionNumber);
    }
  });

  describe("in their Output form", () => {
    it("wait for what a resource gives, and keep its secrets", async () => {
      const id = await simulator.registration();
      const found = sms.getRegistrationOutput({ registrationId: pulumi.secret(Promise.resolve(id)), region });
      assert.equal(await value(found.registrationType), brand);
      assert.equal(await pulumi.isSecret(found), true);
      const versions = sms.getRegistrationVersionsOutput({ registrationId: id, statuses: [pulumi.output("DRAFT")] });
      assert.deepEqual(
        (await value(versions.registrationVersions)).map(({ status }) => status),
        ["DRAFT"],
      );
      const fields = sms.getRegistrationFieldDefinitionsOutput({ registrationType: found.registrationType });
      assert.ok((await value(fields)).registrationFieldDefinitions.length > 0);
      const sections = sms.getRegistrationSectionDefinitionsOutput({ registrationType: pulumi.output(brand) });
      assert.ok((await value(sections)).registrationSectionDefinitions.length > 0);
      assert.ok((await value(sms.getRegistrationTypesOutput())).registrationTypeDefinitions.length > 0);
    });

    function value<T>(output: pulumi.Output<T>): Promise<pulumi.Unwrap<T>> {
      return new Promise((resolve) => pulumi.output(output).apply(resolve));
    }
  });

  describe("ask in the region", () => {
    const types = () => sms.getRegistrationTypes({ registrationTypes: [brand] });

    it("that the argument says, before the one that the stack's configuration says", async () => {
      await types();
      await sms.getRegistrationTypes({ region: "eu-west-1", profile: undefined, registrationTypes: [brand] });
      pulumi.runtime.setConfig("sms-registrations:region", "ap-south-1");
      await types();
      const operation = "DescribeRegistrationTypeDefinitions";
      assert.deepEqual(await calls(), [`${operation} ${region}`, `${operation} eu-west-1`, `${operation} ap-south-1`]);
    });

    it("with the profile that the argument says, before the one that the stack's configuration says", async () => {
      const folder = mkdtempSync(join(tmpdir(), "lookups-"));
      const file = join(folder, "credentials");
      writeFileSync(file, credentials("given", "AKIDGIVEN") + credentials("configured", "AKIDCONFIGURED"));
      Object.assign(process.env, { AWS_SHARED_CREDENTIALS_FILE: file, AWS_CONFIG_FILE: file });
      pulumi.runtime.setConfig("aws:profile", "configured");
      await types();
      await sms.getRegistrationTypes({ profile: "given", registrationTypes: [brand] });
      rmSync(folder, { recursive: true });
      assert.deepEqual(
        (await simulator.control.calls()).map(({ accountId }) => accountId),
        [accountIdOf("AKIDCONFIGURED"), accountIdOf("AKIDGIVEN")],
      );
    });

    function credentials(profile: string, key: string): string {
      return `[${profile}]\naws_access_key_id = ${key}\naws_secret_access_key = not checked\n`;
    }

    it("of the AWS SDK's own chain, where there is no stack", async () => {
      pulumi.runtime.setAllConfig({});
      const script = `
        const sms = require("./provider");
        if (Object.keys(require.cache).some((file) => file.includes("client-pinpoint-sms-voice-v2"))) throw new Error("loaded");
        sms.getRegistration({ registrationId: "${UNKNOWN_ID}" }).catch((error) => console.log(error.message));
      `;
      const { stdout, stderr } = await promisify(execFile)(process.execPath, ["-r", "ts-node/register", "-e", script], {
        encoding: "utf8",
        env: { ...process.env, AWS_REGION: "us-west-2", AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: simulator.url },
      });
      assert.match(stdout, /^DescribeRegistrations failed/, stderr);
      assert.deepEqual(await calls(), ["DescribeRegistrations us-west-2"]);
    });
  });

  describe("that fail", () => {
    const registrationId = UNKNOWN_ID;
    const refused = async (look: Promise<unknown>, code: string, message: RegExp) => {
      await assert.rejects(
        look,
        (error) => error instanceof sms.ServiceError && error.code === code && message.test(error.message),
      );
    };

    it("say which registration was not found, and where to look", async () => {
      const message = new RegExp(
        `^DescribeRegistrations failed \\(${registrationId}\\): .* Check the registration's id and the region`,
      );
      await refused(sms.getRegistration({ registrationId }), "ResourceNotFoundException", message);
      await refused(
        sms.getRegistrationVersions({ registrationId }),
        "ResourceNotFoundException",
        /^DescribeRegistrationVersions failed .* Check the registration's id and the region/,
      );
    });

    it("take what was deleted for not found", async () => {
      const registrationId = await simulator.registration();
      await simulator.control.settings({ deleted: "listed" });
      await simulator.call("DeleteRegistration", { RegistrationId: registrationId });
      await refused(sms.getRegistration({ registrationId }), "ResourceNotFoundException", /It was deleted/);
    });

    it("say which look-up lists what there is", async () => {
      const registrationType = "NO_SUCH_REGISTRATION";
      const unknown = "ValidationException";
      await refused(sms.getRegistrationFieldDefinitions({ registrationType }), unknown, /`getRegistrationTypes` lists/);
      await refused(
        sms.getRegistrationSectionDefinitions({ registrationType }),
        unknown,
        /`getRegistrationTypes` lists/,
      );
      await refused(
        sms.getRegistrationFieldDefinitions({ registrationType: brand, fieldPaths: ["no.such"] }),
        unknown,
        /`getRegistrationFieldDefinitions` lists/,
      );
      const registrationId = await simulator.registration();
      await refused(
        sms.getRegistrationVersions({ registrationId, versionNumbers: [2] }),
        unknown,
        /`getRegistrationVersions` without `versionNumbers` lists/,
      );
    });

    it("say that there is no region", async () => {
      pulumi.runtime.setAllConfig({ "sms-registrations:endpoint": simulator.url });
      Object.assign(process.env, { AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" });
      await refused(sms.getRegistration({ registrationId }), "RegionMissing", /AWS_REGION/);
    });

    it("tell a JavaScript program what it left out, or gave as an output, without a call", async () => {
      for (const registrationId of [undefined, "", pulumi.output("registration-1")]) {
        await assert.rejects(
          sms.getRegistration({ registrationId } as never),
          /^TypeError: registrationId: the id or ARN of a registration, as text, is expected\. An output/,
        );
      }
      await assert.rejects(
        sms.getRegistrationFieldDefinitions(undefined as never),
        /^TypeError: registrationType: a registration type/,
      );
      assert.deepEqual(await calls(), []);
    });
  });
});
