import { boto3 } from "./boto3";
import type { Contestant } from "./contestant";
import { writeYaml } from "./plugin";
import { stackContestant } from "./stack";

export const CONTESTANTS: readonly Contestant[] = [
  stackContestant(
    { name: "floor", what: "the engine with as many dynamic resources that do nothing", calls: false, maxSize: 1000 },
    { program: "peers/floor" },
  ),
  stackContestant(
    { name: "dynamic", what: "ours, dynamic resources in a TypeScript program", calls: true, maxSize: 1000 },
    { program: "programs/dynamic", limits: true },
  ),
  stackContestant(
    { name: "plugin", what: "ours, the plugin in a YAML program", calls: true, maxSize: 1000 },
    { write: writeYaml, limits: true },
  ),
  stackContestant(
    { name: "plain", what: "a plain dynamic provider, as the documentation leads to", calls: true, maxSize: 1000 },
    { program: "peers/plain" },
  ),
  boto3,
];

/** Who cannot take part, and why. */
export const ABSENT: Record<string, string> = {
  command:
    'pulumi-command with aws-cli: its npm and PyPI packages are the SDK alone, and its provider, github.com/pulumi/pulumi-command/provider, is not served by the Go module proxy ("This module version is not available")',
};
