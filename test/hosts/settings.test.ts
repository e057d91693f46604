import assert from "node:assert/strict";
import { settings } from "../../provider/hosts/settings";

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

  it("take a role with all that belongs to it, and nothing of it without the role", () => {
    const role = {
      assumeRoleArn: "arn:aws-us-gov:iam::123456789012:role/teams/messaging",
      assumeRoleSessionName: "deploy@ci",
      assumeRoleExternalId: "of:this/account",
      assumeRoleDuration: "1h30m",
    };
    const config = Object.fromEntries(
      Object.entries(role).map(([name, value]) => [`sms-registrations:${name}`, value]),
    );
    assert.deepEqual(from(config), { ...DEFAULTS, ...role });
    const { "sms-registrations:assumeRoleArn": _, ...lonely } = config;
    assert.throws(() => from(lonely), {
      code: "CONFIGURATION",
      message: "sms-registrations:assumeRoleSessionName needs sms-registrations:assumeRoleArn beside it.",
    });
  });

  for (const [name, value] of [
    ["retryMode", "never"],
    ["maxAttempts", "0"],
    ["callsPerSecond", "ten"],
    ["callsPerSecond", "-1"],
    ["assumeRoleArn", "messaging"],
    ["assumeRoleSessionName", "a name"],
    ["assumeRoleExternalId", "canary canary"],
    ["assumeRoleDuration", "an hour"],
    ["assumeRoleDuration", "14m"],
    ["assumeRoleDuration", "13h"],
  ] as const) {
    it(`refuse ${name} ${value}`, () => {
      assert.throws(
        () => from({ [`sms-registrations:${name}`]: value }),
        ({ message }: Error) => message.startsWith(`sms-registrations:${name} is`) && !message.includes("canary"),
      );
    });
  }
});
