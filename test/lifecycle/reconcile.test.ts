import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Aws, ServiceError } from "../../provider/aws";
import { RefusedError, UnfinishedError } from "../../provider/errors";
import { registrationVersion } from "../../provider/lifecycle/registrationVersion";
import { reconcile, refresh, remove } from "../../provider/reconcile";
import { type Dialect, ModelService } from "./convergence/modelService";
import { version } from "./registrationVersion/follow";

const inputs = { registrationId: "registration-1", fields: { a: "1" } };

function service(dialect: Partial<Dialect> = {}): ModelService {
  return new ModelService({ newVersionsInherit: false, discardWhileInReview: true, ...dialect }, () => {});
}

function operations({ effects }: ModelService): string[] {
  return effects.map(({ operation }) => operation);
}

/** The error of a run that must fail. */
async function failure(run: Promise<unknown>): Promise<Error> {
  return run.then(
    () => assert.fail("The run succeeded."),
    (error: Error) => error,
  );
}

describe("a run", () => {
  it("ends with the registration's id, the state and the region", async () => {
    const { id, state } = await reconcile(registrationVersion, { inputs }, service());
    assert.equal(id, "registration-1");
    const { fields, versionNumber, status, region } = { region: undefined, ...state };
    assert.deepEqual(
      { fields, versionNumber, status, region },
      { fields: { a: "1" }, versionNumber: 1, status: "SUBMITTED", region: "us-east-1" },
    );
  });

  it("goes on with what it finds when the service contradicts what is known", async () => {
    const aws = service();
    aws.disturb([[1, "repeated"]]);
    await reconcile(registrationVersion, { inputs: { ...inputs, fields: {} } }, aws);
    assert.deepEqual(operations(aws), ["submitRegistrationVersion"]);
  });

  it("takes a refusal of the same step, after a fresh look, for an answer", async () => {
    const aws = service({ discardWhileInReview: false });
    aws.newest.status = "REVIEWING";
    let discards = 0;
    const counting: Pick<Aws, "region" | "observe" | "apply"> = {
      region: () => aws.region(),
      observe: (...args) => aws.observe(...args),
      apply: (steps, note) => {
        discards++;
        return aws.apply(steps, note);
      },
    };
    const error = await failure(
      reconcile(registrationVersion, { inputs: { ...inputs, whileInReview: "discard" } }, counting),
    );
    assert.ok(error instanceof UnfinishedError && error.cause instanceof ServiceError);
    assert.equal(error.cause.reason, "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED");
    assert.equal((error.state as { status?: string }).status, "REVIEWING");
    assert.equal(discards, 1);
  });

  it("ends, however often the service says yes and does nothing", async () => {
    let calls = 0;
    const idle: Pick<Aws, "region" | "observe" | "apply"> = {
      region: async () => "us-east-1",
      observe: async () => ({
        newestVersion: version("DRAFT"),
        values: { values: new Map(), mayAlsoHold: new Set(), fieldFeedback: [] },
      }),
      apply: async (steps, note) => {
        for (const step of steps) {
          calls++;
          note(step, { version: version("DRAFT") });
        }
      },
    };
    const error = await failure(reconcile(registrationVersion, { inputs: { ...inputs, fields: {} } }, idle));
    assert.ok(error instanceof UnfinishedError && error.cause instanceof RefusedError);
    assert.equal(error.cause.code, "NO_PROGRESS");
    assert.ok(calls <= 32, `${calls} calls`);
  });

  it("that has written nothing leaves nothing in the state", async () => {
    const aws = service();
    aws.newest.status = "REVIEWING";
    assert.ok((await failure(reconcile(registrationVersion, { inputs }, aws))) instanceof RefusedError);
    aws.disturb([[0, "answer lost"]]);
    assert.ok((await failure(reconcile(registrationVersion, { inputs }, aws))) instanceof ServiceError);
  });

  it("that is refused for a denial is kept in the state, with the reviewers' words", async () => {
    const aws = service();
    aws.newest.values.set("a", { text: "1" });
    aws.newest.status = "DENIED";
    const error = await failure(reconcile(registrationVersion, { inputs }, aws));
    assert.ok(error instanceof UnfinishedError);
    const { status, fields } = error.state as { status?: string; fields?: object };
    assert.deepEqual([error.id, status, fields], ["registration-1", "DENIED", undefined]);
  });
});

describe("a removal", () => {
  it("discards the version, looking once", async () => {
    const aws = service();
    assert.equal(await remove(registrationVersion, "registration-1", aws), undefined);
    assert.deepEqual(operations(aws), ["discardRegistrationVersion"]);
  });

  it("succeeds when the version was discarded meanwhile, and its discard is refused", async () => {
    const aws = service();
    aws.disturb([[1, "repeated"]]);
    assert.equal(await remove(registrationVersion, "registration-1", aws), undefined);
    assert.equal(aws.newest.status, "DISCARDED");
  });

  it("fails with the service's reason when a version under review cannot be discarded", async () => {
    const aws = service({ discardWhileInReview: false });
    aws.newest.status = "REVIEWING";
    const error = await failure(remove(registrationVersion, "registration-1", aws));
    assert.match(error.message, /DISCARD_REGISTRATION_VERSION_NOT_ALLOWED.*pulumi state delete/s);
  });
});

describe("a refresh", () => {
  it("returns inputs and state as the service has them, with the region", async () => {
    const aws = service();
    const { state } = await reconcile(registrationVersion, { inputs }, aws);
    aws.newest.status = "DENIED";
    const found = await refresh(registrationVersion, { id: "registration-1", state }, aws);
    assert.deepEqual(found?.inputs.fields, { a: "1" });
    assert.equal(found?.state.status, "DENIED");
  });

  it("of what the stack does not know yet is never made from what others have seen", async () => {
    const aws = service();
    aws.survey = () => assert.fail("It may be some minutes old.");
    const found = await refresh(registrationVersion, { id: "registration-1", state: {}, isNew: true }, aws);
    assert.equal(found?.state.status, "DRAFT");
  });
});
