import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type AttachmentFacts, GONE, type Observation } from "../../provider/lifecycle/observation";
import { UNKNOWN } from "../../provider/lifecycle/problem";
import { type AttachmentInputs, registrationAttachment } from "../../provider/lifecycle/registrationAttachment";

const inputs: AttachmentInputs = { file: "optIn.png", contentHash: "abc", identity: "urn:1" };
const resourceArn = "arn:aws:sms-voice:us-east-1:111122223333:registration-attachment/attachment-1";

function attachment(attachmentStatus: string): AttachmentFacts {
  return {
    registrationAttachmentId: "attachment-1",
    registrationAttachmentArn: resourceArn,
    attachmentStatus,
    createdTimestamp: "2026-01-01T00:00:00.000Z",
  };
}

function plan(id: string | undefined, observed: Observation, tags?: Record<string, string>) {
  return registrationAttachment.plan(id, { ...inputs, tags }, undefined, observed);
}

/** As the next run finds it. */
function stored<T>(state: T): T {
  return JSON.parse(JSON.stringify(state));
}

describe("an attachment", () => {
  it("is uploaded once, and waited for", () => {
    assert.deepEqual(plan(undefined, {}, { team: "sms" }), {
      move: "apply",
      steps: [
        {
          operation: "createRegistrationAttachment",
          file: "optIn.png",
          url: undefined,
          contentHash: "abc",
          identity: "urn:1",
          tags: { team: "sms" },
        },
      ],
    });
    const pending = plan("attachment-1", { attachment: attachment("UPLOAD_IN_PROGRESS"), tags: {} });
    assert.equal(pending.move, "wait");
    assert.deepEqual(plan("attachment-1", { attachment: attachment("UPLOAD_COMPLETE"), tags: {} }), { move: "done" });
  });

  it("is refused when its upload failed, and when it is gone", () => {
    for (const [observed, code] of [
      [attachment("UPLOAD_FAILED"), "UPLOAD_FAILED"],
      [GONE, "ATTACHMENT_NOT_FOUND"],
    ] as const) {
      const move = plan("attachment-1", { attachment: observed, tags: {} });
      assert.equal(move.move === "refuse" && move.refusal.code, code);
    }
  });

  it("is another one when its content changes, also to what is not known yet", () => {
    const state = { ...inputs, attachmentStatus: "UPLOAD_COMPLETE" };
    assert.deepEqual(registrationAttachment.replaces("attachment-1", state, inputs), []);
    assert.deepEqual(registrationAttachment.replaces("attachment-1", state, { ...inputs, contentHash: "def" }), [
      "contentHash",
    ]);
    assert.deepEqual(registrationAttachment.replaces("attachment-1", state, { url: UNKNOWN, identity: "urn:1" }), [
      "contentHash",
      "url",
    ]);
  });

  it("whose run did not finish has its tags looked at: a removal that got lost is made up for", () => {
    const state = stored(registrationAttachment.unfinished({ ...inputs, tags: { new: "1" } }, undefined, {}));
    assert.deepEqual(registrationAttachment.recall(state), {});
    assert.equal(registrationAttachment.isReached(state, inputs), false);
    const known = { attachment: attachment("UPLOAD_COMPLETE") };
    assert.deepEqual(plan("attachment-1", known), { move: "look", parts: ["tags"] });
    assert.deepEqual(plan("attachment-1", { ...known, tags: { old: "1" } }, { new: "1" }), {
      move: "apply",
      steps: [
        { operation: "untagResource", resourceArn, tagKeys: ["old"] },
        { operation: "tagResource", resourceArn, tags: { new: "1" } },
      ],
    });
  });

  it("whose wait was too long keeps what is known of it", () => {
    const observed: Observation = { attachment: attachment("UPLOAD_IN_PROGRESS"), tags: { team: "sms" } };
    const state = stored(registrationAttachment.unfinished({ ...inputs, tags: { team: "sms" } }, undefined, observed));
    assert.deepEqual(registrationAttachment.recall(state), { tags: { team: "sms" } });
    assert.equal(registrationAttachment.isReached(state, { ...inputs, tags: { team: "sms" } }), false);
  });
});
