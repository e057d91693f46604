import type { FieldValue } from "./fields";
import type { Observation, Part } from "./observation";

/** One write to the service, under the name of its AWS operation. */
export type Step =
  | {
      operation: "createRegistration";
      registrationType: string;
      tags: Readonly<Record<string, string>>;
      /** Seed of the ClientToken: the same seed never makes a second registration. */
      identity: string;
    }
  | { operation: "deleteRegistration"; registrationId: string }
  | {
      operation: "createRegistrationAttachment";
      file: string | undefined;
      url: string | undefined;
      /** SHA-256 of the file's bytes when it was checked. */
      contentHash: string | undefined;
      tags: Readonly<Record<string, string>>;
      identity: string;
    }
  | { operation: "deleteRegistrationAttachment"; attachmentId: string }
  | { operation: "createRegistrationAssociation"; registrationId: string; resourceId: string }
  | {
      operation: "createRegistrationVersion";
      registrationId: string;
      /** The paths that hold a value in the version before, which the new one might inherit. */
      mayInherit: readonly string[];
    }
  | { operation: "putRegistrationFieldValue"; registrationId: string; fieldPath: string; value: FieldValue }
  | { operation: "deleteRegistrationFieldValue"; registrationId: string; fieldPath: string }
  | { operation: "submitRegistrationVersion"; registrationId: string; awsReview: boolean }
  | { operation: "discardRegistrationVersion"; registrationId: string }
  | { operation: "tagResource"; resourceArn: string; tags: Readonly<Record<string, string>> }
  | { operation: "untagResource"; resourceArn: string; tagKeys: string[] };

/** What to do next, decided from what is known so far. */
export type Move =
  /** Not enough is known: read these parts (of another registration than the own one), then decide again. */
  | { move: "look"; parts: Part[]; of?: string }
  /** The state tells this part without a call: take it over, then decide again. */
  | { move: "recall"; known: Observation }
  /** Write, in this order; neighbouring field values may be written side by side. Then decide again. */
  | { move: "apply"; steps: Step[] }
  /** Only time helps: pause, read these parts, then decide again. `keep` is as in a {@link Refusal}. */
  | { move: "wait"; parts: Part[]; of?: string; what: string; timeoutMs: number; keep: boolean; known: Observation }
  /** What is declared cannot be had now. */
  | { move: "refuse"; refusal: Refusal }
  /** Nothing is left to do. */
  | { move: "done"; notice?: string };

/** Why the plan stops, as a sentence for people, with a code for programs. */
export interface Refusal {
  code: string;
  message: string;
  /**
   * Whether the resource may be kept in state although it is not what was declared. False where keeping it would let
   * a later `pulumi destroy` discard a version that this program has never touched.
   */
  keep: boolean;
}
