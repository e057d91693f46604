import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isNotFound, isStale, serviceError } from "../../provider/aws/errors";

/** What the AWS client throws: an error with the members of the service's exception. */
function exception(name: string, members: object, message = "Something is not allowed."): Error {
  return Object.assign(new Error(message), { name, ...members });
}

describe("the error of a call", () => {
  it("says which operation failed on what, the service's words and reason, the request, and what to do next", () => {
    const cause = exception("ConflictException", {
      Reason: "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
      $metadata: { requestId: "1234" },
    });
    const error = serviceError("createRegistrationVersion", "registration-1", cause, []);
    assert.equal(
      error.message,
      "CreateRegistrationVersion failed (registration-1): Something is not allowed " +
        "(ConflictException, CREATE_REGISTRATION_VERSION_NOT_ALLOWED) [request 1234]. " +
        "The newest version is still a draft or under review.",
    );
    const { name, operation, target, code, reason, requestId } = error;
    assert.deepEqual(
      { name, operation, target, code, reason, requestId },
      {
        name: "ServiceError",
        operation: "createRegistrationVersion",
        target: "registration-1",
        code: "ConflictException",
        reason: "CREATE_REGISTRATION_VERSION_NOT_ALLOWED",
        requestId: "1234",
      },
    );
  });

  it("says what to do next by the operation where one reason has several causes", () => {
    const refused = (operation: "deleteRegistration" | "deleteRegistrationAttachment") =>
      serviceError(operation, "x-1", exception("ConflictException", { Reason: "RESOURCE_DELETION_NOT_ALLOWED" }), []);
    assert.match(refused("deleteRegistration").message, /while a version of it is under review/);
    assert.match(refused("deleteRegistrationAttachment").message, /The form of a registration still refers to it/);
  });

  it("lists every field that the service complains about", () => {
    const cause = exception("ValidationException", {
      Reason: "FIELD_VALIDATION_FAILED",
      Fields: [
        { Name: "companyInfo.zipCode", Message: "is too short" },
        { Name: "companyInfo.state", Message: "is no state" },
      ],
    });
    assert.equal(
      serviceError("submitRegistrationVersion", "registration-1", cause, []).message,
      "SubmitRegistrationVersion failed (registration-1): Something is not allowed; companyInfo.zipCode: is too short; " +
        "companyInfo.state: is no state (ValidationException, FIELD_VALIDATION_FAILED).",
    );
  });

  it("hides the values of the request, wherever the service repeats them", () => {
    const secret = "12-3456789";
    const cause = exception(
      "ValidationException",
      { Fields: [{ Name: "TextValue", Message: `'${secret}' does not match` }] },
      `Invalid value ${secret}, ${secret}`,
    );
    const error = serviceError("putRegistrationFieldValue", "registration-1, field companyInfo.taxId", cause, [secret]);
    assert.equal(
      error.message,
      "PutRegistrationFieldValue failed (registration-1, field companyInfo.taxId): Invalid value (value hidden), " +
        "(value hidden); TextValue: '(value hidden)' does not match (ValidationException).",
    );
  });

  it("keeps nothing of the client's error, which carries the request", () => {
    const error = serviceError(
      "putRegistrationFieldValue",
      "x",
      exception("ValidationException", { secret: "s3cret" }),
      [],
    );
    assert.equal(error.cause, undefined);
    assert.ok(!JSON.stringify({ ...error, stack: error.stack }).includes("s3cret"));
  });

  it("says what to do about what the service has no reason for", () => {
    assert.match(
      serviceError("describeRegistrations", "x", exception("CredentialsProviderError", {}, "No credentials"), [])
        .message,
      /^DescribeRegistrations failed \(x\): No credentials \(CredentialsProviderError\)\. Set AWS credentials/,
    );
  });

  it("tells why the network failed when the error itself has no words", () => {
    const refused = ["::1", "127.0.0.1"].map((host) => new Error(`connect ECONNREFUSED ${host}:4566`));
    assert.equal(
      serviceError("describeRegistrations", "x", new AggregateError(refused), []).message,
      "DescribeRegistrations failed (x): connect ECONNREFUSED ::1:4566; connect ECONNREFUSED 127.0.0.1:4566 (AggregateError).",
    );
  });

  it("takes what is not an error, and a reason that is the name of something else", () => {
    assert.equal(
      serviceError("describeRegistrations", "x", "odd", []).message,
      "DescribeRegistrations failed (x): odd (UnknownError).",
    );
    assert.equal(
      serviceError("describeRegistrations", "x", exception("ConflictException", { Reason: "constructor" }), []).message,
      "DescribeRegistrations failed (x): Something is not allowed (ConflictException, constructor).",
    );
  });
});

describe("an error that calls for a fresh look", () => {
  const error = (name: string) => serviceError("describeRegistrations", "x", exception(name, {}), []);

  it("is a conflict, or that something is gone", () => {
    const names = ["ConflictException", "ResourceNotFoundException", "ValidationException", "TimeoutError"];
    assert.deepEqual(
      names.map((name) => isStale(error(name))),
      [true, true, false, false],
    );
    assert.deepEqual(
      names.map((name) => isNotFound(error(name))),
      [false, true, false, false],
    );
    assert.equal(isStale(new Error("ConflictException")), false);
  });
});
