import assert from "node:assert/strict";
import path from "node:path";

describe("the environment of a run", () => {
  const users = {
    HOME: "/home/me",
    PATH: ["/usr/bin", "/bin"].join(path.delimiter),
    PULUMI_ACCESS_TOKEN: "pul-1",
    PULUMI_CONFIG_PASSPHRASE: "secret",
    PULUMI_SMS_REGISTRATIONS_CACHE: "/big/disk",
    AWS_PROFILE: "production",
    aws_region: "eu-west-1",
    npm_config_loglevel: "silent",
  };

  it("has nothing of the user's Pulumi and AWS set-up", async () => {
    const { cleanEnvironment } = await import("../../tools/environment.mjs");
    const env = cleanEnvironment(undefined, users);
    const text = JSON.stringify(env);
    for (const word of ["pul-1", "secret", "production", "eu-west-1", "silent"]) assert.ok(!text.includes(word), word);
    assert.equal(env.HOME, "/home/me");
    assert.equal(env.PULUMI_SMS_REGISTRATIONS_CACHE, "/big/disk");
  });

  it("has the engine at the front of PATH", async () => {
    const { cleanEnvironment } = await import("../../tools/environment.mjs");
    const env = cleanEnvironment({ directory: "/engine/bin" }, users);
    assert.equal(env.PATH, ["/engine/bin", "/usr/bin", "/bin"].join(path.delimiter));
    assert.equal(env.PULUMI_SMS_REGISTRATIONS_ENGINE, "/engine/bin");
  });

  it("keeps PATH as it is when the engine is the user's own", async () => {
    const { cleanEnvironment } = await import("../../tools/environment.mjs");
    assert.equal(cleanEnvironment({ directory: "/bin" }, users).PATH, users.PATH);
  });
});
