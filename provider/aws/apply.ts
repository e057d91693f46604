import type { PinpointSMSVoiceV2 } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { FieldValue } from "../lifecycle/fields";
import type { Answer } from "../lifecycle/learn";
import type { Step } from "../lifecycle/step";
import { call } from "./call";
import { createRegistration } from "./createRegistration";
import { createRegistrationAttachment } from "./createRegistrationAttachment";
import { associationFacts, versionFacts } from "./facts";
import { DELETE_WITH_OTHERS, NO_RETRY, type RetryPolicy, retry, SUBMIT_AFTER_PUTS } from "./retry";
import { wireTags, wireValue } from "./wire";

/** Field values written side by side, within the limit of calls a second; after a failure, no more than these are under way. */
const CONCURRENT_WRITES = 16;

/** Told of every step: with the answer when it succeeded, without one when nobody knows whether it took effect. */
export type Note = (step: Step, answer: Answer | undefined) => void;

/** The only writer: carries out steps in their order; neighbouring field values side by side, since they are independent. */
export async function apply(aws: PinpointSMSVoiceV2, steps: readonly Step[], note: Note): Promise<void> {
  const { default: pLimit } = await import("p-limit");
  // A step that is never begun must end its promise, too.
  const limit = pLimit({ concurrency: CONCURRENT_WRITES, rejectOnClear: true });
  let wroteFields = false;
  // The service may repeat any of them in its message, whatever the call was about.
  const secrets = steps.flatMap((step) => ("value" in step ? secretsOf(step.value) : []));
  for (const group of groups(steps)) {
    const results = await Promise.allSettled(
      group.map((step) =>
        limit(async () => {
          try {
            note(step, await retry(policyOf(step, wroteFields), () => write(aws, step, secrets)));
          } catch (error) {
            limit.clearQueue();
            note(step, undefined);
            throw error;
          }
        }),
      ),
    );
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
    wroteFields ||= group.some(isFieldStep);
  }
}

function policyOf({ operation }: Step, wroteFields: boolean): RetryPolicy {
  if (operation === "submitRegistrationVersion") return wroteFields ? SUBMIT_AFTER_PUTS : NO_RETRY;
  const isDelete = operation === "deleteRegistration" || operation === "deleteRegistrationAttachment";
  return isDelete ? DELETE_WITH_OTHERS : NO_RETRY;
}

function isFieldStep(step: Step): boolean {
  return "fieldPath" in step;
}

/** Runs of neighbouring field steps, and each other step alone. */
function groups(steps: readonly Step[]): Step[][] {
  const all: Step[][] = [];
  for (const step of steps) {
    const last = all.at(-1);
    if (last?.every(isFieldStep) && isFieldStep(step)) last.push(step);
    else all.push([step]);
  }
  return all;
}

async function write(aws: PinpointSMSVoiceV2, step: Step, secrets: string[]): Promise<Answer> {
  switch (step.operation) {
    case "createRegistration":
      return createRegistration(aws, step);
    case "createRegistrationAttachment":
      return createRegistrationAttachment(aws, step);
    case "createRegistrationAssociation": {
      const request = { RegistrationId: step.registrationId, ResourceId: step.resourceId };
      const target = `${step.registrationId} with ${step.resourceId}`;
      const answer = await call(step.operation, target, () => aws.createRegistrationAssociation(request));
      return { association: associationFacts(answer) };
    }
    case "deleteRegistrationAttachment": {
      const request = { RegistrationAttachmentId: step.attachmentId };
      await call(step.operation, step.attachmentId, () => aws.deleteRegistrationAttachment(request));
      return {};
    }
    case "createRegistrationVersion":
    case "discardRegistrationVersion": {
      const { operation, registrationId: RegistrationId } = step;
      return { version: versionFacts(await call(operation, RegistrationId, () => aws[operation]({ RegistrationId }))) };
    }
    case "submitRegistrationVersion": {
      const { operation, registrationId: RegistrationId, awsReview } = step;
      const request = { RegistrationId, ...(awsReview ? { AwsReview: true } : {}) };
      const answer = await call(operation, RegistrationId, () => aws[operation](request), secrets);
      return { version: versionFacts(answer) };
    }
    case "putRegistrationFieldValue": {
      const { operation, registrationId: RegistrationId, fieldPath: FieldPath, value } = step;
      const request = { RegistrationId, FieldPath, ...wireValue(value) };
      await call(operation, `${RegistrationId}, field ${FieldPath}`, () => aws[operation](request), secrets);
      return {};
    }
    case "deleteRegistrationFieldValue": {
      const { operation, registrationId: RegistrationId, fieldPath: FieldPath } = step;
      await call(operation, `${RegistrationId}, field ${FieldPath}`, () =>
        aws[operation]({ RegistrationId, FieldPath }),
      );
      return {};
    }
    case "deleteRegistration": {
      const { operation, registrationId: RegistrationId } = step;
      await call(operation, RegistrationId, () => aws[operation]({ RegistrationId }));
      return {};
    }
    case "tagResource": {
      const { Tags = [] } = wireTags(step.tags);
      await call(step.operation, step.resourceArn, () => aws.tagResource({ ResourceArn: step.resourceArn, Tags }));
      return {};
    }
    case "untagResource":
      await call(step.operation, step.resourceArn, () =>
        aws.untagResource({ ResourceArn: step.resourceArn, TagKeys: step.tagKeys }),
      );
      return {};
  }
}

/** Choices come from the form's definition; texts are the applicant's own. */
function secretsOf(value: FieldValue): string[] {
  return "text" in value ? [value.text] : [];
}
