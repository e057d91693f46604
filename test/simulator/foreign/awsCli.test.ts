import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../../../simulator";
import { arn, brand, completeForm, start, startSeconds } from "../simulated";
import { type Python, pythonFor } from "./python";

type Json = Record<string, unknown>;

describe("simulator, for aws-cli", function () {
  this.timeout(300_000);
  let python: Python;
  let simulator: Simulator;
  before(async function () {
    python = await pythonFor(this);
    simulator = await startSimulator({ clock: "virtual", startTime: start });
  });
  beforeEach(() => simulator.control.reset());
  after(async () => {
    await simulator?.close();
    python?.remove();
  });

  function aws(...args: string[]) {
    const endpoint = { AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: simulator.url };
    return python.run(["-m", "awscli", "pinpoint-sms-voice-v2", ...args, "--output", "json"], endpoint);
  }
  async function answer(...args: string[]): Promise<Json> {
    const { code, stdout, stderr } = await aws(...args);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as Json;
  }
  /** What the command prints when the service refuses. */
  async function refusal(...args: string[]): Promise<{ code: string; reason: string }> {
    const { code, stderr } = await aws(...args);
    assert.equal(code, 255, stderr);
    const found = /An error occurred \((?<code>\w+)\) .*: Conflict Occurred - Reason="(?<reason>\w+)"/.exec(
      stderr,
    )?.groups;
    assert.ok(found, stderr);
    return { code: found.code ?? "", reason: found.reason ?? "" };
  }
  async function registration(): Promise<string> {
    return String((await answer("create-registration", "--registration-type", brand)).RegistrationId);
  }
  /** By the control endpoint: a command takes about a second. */
  async function fill(registrationId: string): Promise<void> {
    for (const [path, value] of Object.entries(completeForm(brand))) {
      const plain = "TextValue" in value ? value.TextValue : value.SelectChoices;
      await simulator.control.setFieldValue(registrationId, path, plain);
    }
  }
  const id = (registrationId: string) => ["--registration-id", registrationId];
  const put = ["put-registration-field-value", "--field-path", "companyInfo.city", "--text-value", "Portland"];

  it("creates, fills in, submits, describes and discards a registration", async () => {
    const created = await answer("create-registration", "--registration-type", brand, "--tags", "Key=team,Value=sms");
    const registrationId = String(created.RegistrationId);
    const name = { RegistrationArn: arn("registration", registrationId), RegistrationId: registrationId };
    assert.deepEqual(created, {
      ...name,
      RegistrationType: brand,
      RegistrationStatus: "CREATED",
      CurrentVersionNumber: 1,
      Tags: [{ Key: "team", Value: "sms" }],
      CreatedTimestamp: startSeconds,
    });
    await fill(registrationId);
    const stored = await answer(...put, ...id(registrationId));
    assert.deepEqual(stored, { ...name, VersionNumber: 1, FieldPath: "companyInfo.city", TextValue: "Portland" });
    const history = {
      DraftTimestamp: startSeconds,
      SubmittedTimestamp: startSeconds + 1.5,
    };
    await simulator.control.advanceClock(1500);
    assert.deepEqual(await answer("submit-registration-version", ...id(registrationId)), {
      ...name,
      VersionNumber: 1,
      RegistrationVersionStatus: "SUBMITTED",
      RegistrationVersionStatusHistory: history,
      AwsReview: false,
    });
    const discarded = { ...history, DiscardedTimestamp: startSeconds + 1.5 };
    assert.deepEqual(await answer("discard-registration-version", ...id(registrationId)), {
      ...name,
      VersionNumber: 1,
      RegistrationVersionStatus: "DISCARDED",
      RegistrationVersionStatusHistory: discarded,
    });
    assert.deepEqual(await answer("describe-registration-versions", ...id(registrationId)), {
      ...name,
      RegistrationVersions: [
        { VersionNumber: 1, RegistrationVersionStatus: "DISCARDED", RegistrationVersionStatusHistory: discarded },
      ],
    });
  });

  const conflict = (reason: string) => ({ code: "ConflictException", reason });

  it("is told the conflicts of a draft", async () => {
    const registrationId = await registration();
    const create = await refusal("create-registration-version", ...id(registrationId));
    assert.deepEqual(create, conflict("CREATE_REGISTRATION_VERSION_NOT_ALLOWED"));
    const submit = await refusal("submit-registration-version", ...id(registrationId));
    assert.deepEqual(submit, conflict("SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"));
  });

  it("is told the conflicts of a review", async () => {
    const registrationId = await registration();
    await fill(registrationId);
    await simulator.control.setStatus(registrationId, { versionStatus: "REVIEWING" });
    for (const [args, reason] of [
      [put, "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED"],
      [["submit-registration-version"], "REGISTRATION_ALREADY_SUBMITTED"],
      [["discard-registration-version"], "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED"],
      [["create-registration-version"], "CREATE_REGISTRATION_VERSION_NOT_ALLOWED"],
      [["delete-registration"], "RESOURCE_DELETION_NOT_ALLOWED"],
    ] as const) {
      assert.deepEqual(await refusal(...args, ...id(registrationId)), conflict(reason), args[0]);
    }
  });

  it("is told the conflicts of a denial, and shown its reasons", async () => {
    const registrationId = await registration();
    await fill(registrationId);
    await simulator.control.setStatus(registrationId, {
      versionStatus: "DENIED",
      deniedReasons: [{ Reason: "TAX_ID", ShortDescription: "Wrong" }],
    });
    const versions = await answer("describe-registration-versions", ...id(registrationId));
    const [version] = versions.RegistrationVersions as Json[];
    assert.deepEqual(version?.DeniedReasons, [{ Reason: "TAX_ID", ShortDescription: "Wrong" }]);
    for (const [args, reason] of [
      [put, "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED"],
      [["submit-registration-version"], "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED"],
      [["discard-registration-version"], "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED"],
    ] as const) {
      assert.deepEqual(await refusal(...args, ...id(registrationId)), conflict(reason), args[0]);
    }
  });
});
