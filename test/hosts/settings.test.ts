import assert from "node:assert/strict";
import { ConfigurationError, settings } from "../../provider/hosts/settings";

const DEFAULTS = { retryMode: "adaptive", maxAttempts: 10, callsPerSecond: 10 };

function from(config: Record<string, string>, regions = {}, env = {}) {
  const found = settings((key) => config[key], regions, env);
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

describe("settings", () => {
  it("are left to the AWS SDK where nobody says anything, but for patience", () => {
    assert.deepEqual(from({}), DEFAULTS);
  });

  it("take the first region that is there", () => {
    const config = { "aws:region": "us-west-2", "sms-registrations:region": "eu-west-1" };
    assert.equal(from(config, { argument: "us-east-1", state: "us-east-2" }).region, "us-east-1");
    assert.equal(from(config, { state: "us-east-2" }).region, "us-east-2");
    assert.equal(from(config).region, "eu-west-1");
    assert.equal(from({ "aws:region": "us-west-2" }).region, "us-west-2");
  });

  it("take profile, endpoint and patience from the stack before the environment", () => {
    const env = { AWS_RETRY_MODE: "standard", AWS_MAX_ATTEMPTS: "3" };
    assert.deepEqual(from({ "aws:profile": "shared" }, {}, env), {
      ...DEFAULTS,
      profile: "shared",
      retryMode: "standard",
      maxAttempts: 3,
    });
    const config = {
      "aws:profile": "shared",
      "sms-registrations:profile": "messaging",
      "sms-registrations:endpoint": "http://127.0.0.1:4010",
      "sms-registrations:retryMode": "adaptive",
      "sms-registrations:maxAttempts": "7",
      "sms-registrations:callsPerSecond": "2",
    };
    assert.deepEqual(from(config, {}, env), {
      profile: "messaging",
      endpoint: "http://127.0.0.1:4010",
      retryMode: "adaptive",
      maxAttempts: 7,
      callsPerSecond: 2,
    });
  });

  for (const [name, value] of [
    ["retryMode", "never"],
    ["maxAttempts", "0"],
    ["callsPerSecond", "ten"],
    ["callsPerSecond", "-1"],
  ] as const) {
    it(`refuse ${name} ${value}`, () => {
      assert.throws(() => from({ [`sms-registrations:${name}`]: value }), ConfigurationError);
    });
  }
});
