import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Registration } from "../../provider";

describe("making a resource", () => {
  before(() => pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "", state: inputs }), call: () => ({}) }));

  it("costs no stack traces, and leaves their limit as it was", () => {
    const { stackTraceLimit } = Error;
    const { prepareStackTrace } = Error;
    let frames = 0;
    Error.prepareStackTrace = (error, callSites) => {
      if (String(callSites[0]?.getFileName()).includes("debuggable")) frames += callSites.length;
      return prepareStackTrace?.(error, callSites) ?? "";
    };
    try {
      new Registration("made", { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" });
    } finally {
      Error.prepareStackTrace = prepareStackTrace;
    }
    assert.equal(Error.stackTraceLimit, stackTraceLimit);
    assert.ok(frames < 200, `${frames} frames`);
  });

  it("tells a mistake with the line of the program, and leaves the limit as it was", () => {
    const { stackTraceLimit } = Error;
    const nameless = () => new Registration("", { registrationType: "US_TEN_DLC_BRAND_REGISTRATION" });
    assert.throws(nameless, (error: Error) => {
      assert.match(String(error.stack), /at nameless .*resource\.test\.ts/);
      return true;
    });
    assert.equal(Error.stackTraceLimit, stackTraceLimit);
  });
});
