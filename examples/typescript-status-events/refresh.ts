import { LocalWorkspace } from "@pulumi/pulumi/automation";
import type { Version } from "./handler";

/** A resource as the stack's state has it. */
interface Resource {
  urn: string;
  type: string;
  id?: string;
  outputs?: {
    status: string;
    versionNumber: number;
    deniedReasons?: { shortDescription: string; longDescription?: string }[];
    fieldFeedback?: { fieldPath: string; deniedReason?: string; feedback?: string }[];
  };
}

/**
 * `pulumi up --refresh --target <the form>` in one stack of the program in a folder: a few calls, whatever its size.
 * `undefined` where the stack has no such registration.
 */
export async function refresh(
  workDir: string,
  stackName: string,
  registrationId: string,
): Promise<Version | undefined> {
  const stack = await LocalWorkspace.selectStack({ stackName, workDir });
  const find = async () => {
    const { deployment } = await stack.exportStack();
    const resources: Resource[] = deployment.resources ?? [];
    const found = resources.find(({ id, type }) => id === registrationId && type.endsWith(":RegistrationVersion"));
    return found?.outputs && { urn: found.urn, outputs: found.outputs };
  };
  const before = await find();
  if (before === undefined) return undefined;
  // What waits for the verdict, such as the numbers of a campaign, goes on with it.
  await stack.up({ refresh: true, target: [before.urn], targetDependents: true });
  const { outputs } = (await find()) ?? before;
  const { status, versionNumber, deniedReasons = [], fieldFeedback = [] } = outputs;
  return {
    status,
    versionNumber,
    reasons: [
      ...deniedReasons.map(({ longDescription, shortDescription }) => longDescription ?? shortDescription),
      ...fieldFeedback.map(({ fieldPath, deniedReason, feedback }) =>
        [fieldPath, deniedReason, feedback].filter(Boolean).join(": "),
      ),
    ],
  };
}
