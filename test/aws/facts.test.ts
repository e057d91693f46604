import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { registrationFacts, valueFacts, versionFacts } from "../../provider/aws/facts";

const RegistrationArn = "arn:aws:sms-voice:us-east-1:111122223333:registration/registration-1";
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second, 500));
const iso = (second: number) => at(second).toISOString();

describe("a version, read from the service's answer", () => {
  it("has all ten timestamps, in ISO 8601", () => {
    const { statusHistory } = versionFacts({
      RegistrationArn,
      VersionNumber: 1,
      RegistrationVersionStatus: "ARCHIVED",
      RegistrationVersionStatusHistory: {
        DraftTimestamp: at(0),
        SubmittedTimestamp: at(1),
        AwsReviewingTimestamp: at(2),
        ReviewingTimestamp: at(3),
        RequiresAuthenticationTimestamp: at(4),
        ApprovedTimestamp: at(5),
        DiscardedTimestamp: at(6),
        DeniedTimestamp: at(7),
        RevokedTimestamp: at(8),
        ArchivedTimestamp: at(9),
      },
    });
    assert.deepEqual(statusHistory, {
      draftTimestamp: "2026-01-01T00:00:00.500Z",
      submittedTimestamp: iso(1),
      awsReviewingTimestamp: iso(2),
      reviewingTimestamp: iso(3),
      requiresAuthenticationTimestamp: iso(4),
      approvedTimestamp: iso(5),
      discardedTimestamp: iso(6),
      deniedTimestamp: iso(7),
      revokedTimestamp: iso(8),
      archivedTimestamp: iso(9),
    });
  });

  it("has every reason for a denial, and the reviewer's words", () => {
    const { deniedReasons, feedback } = versionFacts({
      RegistrationArn,
      VersionNumber: 1,
      RegistrationVersionStatus: "DENIED",
      RegistrationVersionStatusHistory: { DraftTimestamp: at(0) },
      DeniedReasons: [
        {
          Reason: "R1",
          ShortDescription: "short",
          LongDescription: "long",
          DocumentationTitle: "title",
          DocumentationLink: "https://example.com",
        },
        { Reason: "R2", ShortDescription: "other" },
      ],
      Feedback: "Please call us",
    });
    assert.deepEqual(JSON.parse(JSON.stringify({ deniedReasons, feedback })), {
      deniedReasons: [
        {
          reason: "R1",
          shortDescription: "short",
          longDescription: "long",
          documentationTitle: "title",
          documentationLink: "https://example.com",
        },
        { reason: "R2", shortDescription: "other" },
      ],
      feedback: "Please call us",
    });
  });

  it("may be in a status that nobody has heard of", () => {
    const status = "STATUS_OF_TOMORROW" as never;
    assert.equal(versionFacts({ RegistrationArn, VersionNumber: 1, RegistrationVersionStatus: status }).status, status);
  });

  it("is an error when it lacks what the model requires", () => {
    assert.throws(() => versionFacts({ RegistrationArn, RegistrationVersionStatus: "DRAFT" }), /lacks VersionNumber/);
  });
});

describe("a registration, read from the service's answer", () => {
  it("has its numbers and times", () => {
    assert.deepEqual(
      registrationFacts({
        RegistrationId: "registration-1",
        RegistrationArn,
        RegistrationType: "US_TEN_DLC_BRAND_REGISTRATION",
        RegistrationStatus: "COMPLETE",
        CurrentVersionNumber: 3,
        ApprovedVersionNumber: 3,
        LatestDeniedVersionNumber: 2,
        CreatedTimestamp: at(0),
      }),
      {
        registrationId: "registration-1",
        registrationArn: RegistrationArn,
        registrationType: "US_TEN_DLC_BRAND_REGISTRATION",
        registrationStatus: "COMPLETE",
        currentVersionNumber: 3,
        approvedVersionNumber: 3,
        latestDeniedVersionNumber: 2,
        createdTimestamp: iso(0),
      },
    );
  });
});

describe("field values, read from the service's answer", () => {
  it("are texts, choices and attachments, with the reviewers' words beside them", () => {
    assert.deepEqual(
      valueFacts([
        { FieldPath: "text", TextValue: "1", DeniedReason: "WRONG", Feedback: "Use the legal name" },
        { FieldPath: "choices", SelectChoices: ["A", "B"] },
        { FieldPath: "attachment", RegistrationAttachmentId: "attachment-1", Feedback: "Blurred" },
        { FieldPath: "nothing", TextValue: "" },
        { FieldPath: "__proto__", TextValue: "1" },
      ]),
      {
        values: new Map<string, object>([
          ["text", { text: "1" }],
          ["choices", { choices: ["A", "B"] }],
          ["attachment", { attachmentId: "attachment-1" }],
          ["__proto__", { text: "1" }],
        ]),
        mayAlsoHold: new Set(),
        fieldFeedback: [
          { fieldPath: "text", deniedReason: "WRONG", feedback: "Use the legal name" },
          { fieldPath: "attachment", deniedReason: undefined, feedback: "Blurred" },
        ],
        isShared: true,
      },
    );
  });
});
