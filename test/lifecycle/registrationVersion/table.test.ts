import assert from "node:assert/strict";
import { RegistrationVersionStatus } from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { describe, it } from "mocha";
import { declaredFields, type FieldInput } from "../../../provider/lifecycle/fields";
import { declaredVersion, type VersionInputs } from "../../../provider/lifecycle/registrationVersion/declared";
import { planVersion } from "../../../provider/lifecycle/registrationVersion/plan";
import { STATUS_RULES } from "../../../provider/lifecycle/registrationVersion/status";
import { follow, version, withoutLooks } from "./follow";

type Fields = Record<string, FieldInput>;

const DECLARED: Fields = { "a.kept": "1", "b.changed": ["NEW"] };
const OTHER: Fields = { "a.kept": "1", "b.changed": ["OLD"], "c.undeclared": "3" };

interface Options {
  submit: boolean;
  whileInReview: "fail" | "discard";
  /** Whether `resubmitTrigger` is another one than the last run's. */
  trigger: boolean;
}

const EVERY_OPTION: Options[] = [true, false].flatMap((submit) =>
  (["fail", "discard"] as const).flatMap((whileInReview) =>
    [true, false].map((trigger) => ({ submit, whileInReview, trigger })),
  ),
);

type Expected = (options: Options, operation: "create" | "update") => string[];

const submits = ({ submit }: Options) => (submit ? ["submit"] : []);
const nothing: Expected = () => [];
const submitIt: Expected = (options) => submits(options);
const edit: Expected = (options) => ["put b.changed", "delete c.undeclared", ...submits(options)];
const startAgain: Expected = (options) => ["open", "put a.kept", "put b.changed", ...submits(options)];
const inReview: Expected = (options, operation) =>
  options.whileInReview === "discard" ? ["discard", ...startAgain(options, operation)] : ["refused: VERSION_IN_REVIEW"];
const resubmitIfAsked: Expected = (options, operation) =>
  operation === "update" && options.trigger ? startAgain(options, operation) : ["refused: VERSION_DENIED"];
const neverGuess: Expected = () => ["refused: VERSION_STATUS_UNKNOWN"];

/** design.md's table, once more, in the words of what is seen from outside. */
const TABLE: Record<RegistrationVersionStatus | "STATUS_OF_TOMORROW", { same: Expected; differs: Expected }> = {
  DRAFT: { same: submitIt, differs: edit },
  SUBMITTED: { same: nothing, differs: inReview },
  AWS_REVIEWING: { same: nothing, differs: inReview },
  REVIEWING: { same: nothing, differs: inReview },
  REQUIRES_AUTHENTICATION: { same: nothing, differs: inReview },
  REQUIRES_OFFLINE_REVIEW: { same: nothing, differs: inReview },
  APPROVED: { same: nothing, differs: startAgain },
  DENIED: { same: resubmitIfAsked, differs: startAgain },
  DISCARDED: { same: startAgain, differs: startAgain },
  REVOKED: { same: startAgain, differs: startAgain },
  ARCHIVED: { same: startAgain, differs: startAgain },
  STATUS_OF_TOMORROW: { same: nothing, differs: neverGuess },
};

function steps(status: string, held: Fields, operation: "create" | "update", options: Options): string[] {
  const { submit, whileInReview, trigger } = options;
  const inputs: VersionInputs = { registrationId: "registration-1", fields: DECLARED, submit, whileInReview };
  const previous =
    operation === "create"
      ? undefined
      : { ...inputs, fields: held, resubmitTrigger: "before", versionNumber: 1, status };
  const declared = declaredVersion({ ...inputs, resubmitTrigger: trigger ? "now" : "before" });
  const service = {
    newestVersion: version(status),
    values: { values: declaredFields(held), mayAlsoHold: new Set<string>(), fieldFeedback: [] },
  };
  return withoutLooks(follow((observed) => planVersion(declared, previous, observed), service));
}

describe("the table of statuses", () => {
  it("has exactly the statuses that the AWS client knows", () => {
    assert.deepEqual(Object.keys(STATUS_RULES).sort(), Object.values(RegistrationVersionStatus).sort());
  });

  for (const [status, row] of Object.entries(TABLE)) {
    for (const [content, held] of [
      ["same", DECLARED],
      ["differs", OTHER],
    ] as const) {
      for (const operation of ["create", "update"] as const) {
        it(`${operation} finds ${status} and the content ${content === "same" ? "is the same" : "differs"}`, () => {
          assert.deepEqual(
            EVERY_OPTION.map((options) => ({ ...options, steps: steps(status, held, operation, options) })),
            EVERY_OPTION.map((options) => ({ ...options, steps: row[content](options, operation) })),
          );
        });
      }
    }
  }
});
