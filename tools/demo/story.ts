import type { SimulatorControl } from "../../simulator";
import type { Pulumi } from "../workspace/pulumi";

/** What was done in one step, and how the version stood after it. */
export interface Step {
  name: string;
  status: string | undefined;
  versionNumber: number | undefined;
  /** Calls to the AWS API while the step ran. */
  apiCalls: number;
  seconds: number;
  /** What a reader should see of it. */
  remarks: string[];
  statusHistory: Record<string, string>;
}

export interface Stage {
  pulumi: Pulumi;
  control: SimulatorControl;
  /** Called when a step begins. */
  announce(name: string): void;
  /** Called when a step has done what it should. */
  tell(step: Step): void;
}

/** Thrown when a step did not do what it should. */
class DemoError extends Error {}

/** The whole way from nothing to an approved registration, and back to nothing. */
export async function* story({ pulumi, control, announce }: Stage): AsyncGenerator<Step> {
  const step = async (name: string, run: () => Promise<string>, expected: Partial<Step>): Promise<Step> => {
    announce(name);
    const since = (await control.calls()).length;
    const started = performance.now();
    const printed = await run();
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const apiCalls = (await control.calls()).length - since;
    const [version] = (await pulumi.resources()).filter((r) => r.type.endsWith(":RegistrationVersion"));
    const outputs = (version?.outputs ?? {}) as VersionOutputs;
    const done: Step = {
      name,
      status: outputs.status,
      versionNumber: outputs.versionNumber,
      apiCalls,
      seconds,
      remarks: [...summaryLine(printed), ...reasons(outputs)],
      statusHistory: outputs.statusHistory ?? {},
    };
    for (const [key, value] of Object.entries(expected)) {
      const actual = done[key as keyof Step];
      if (actual !== value) throw new DemoError(`${name}: ${key} is ${actual}, not ${value}\n${printed}`);
    }
    return done;
  };

  yield await step("up: submit the form", () => pulumi.must("up", "--yes", "--skip-preview"), {
    status: "SUBMITTED",
    versionNumber: 1,
  });

  const registrationId = String((await pulumi.resource("Registration")).id);
  const review = (status: string, more = {}) => control.setStatus(registrationId, { versionStatus: status, ...more });

  yield await step(
    "the carriers deny it; refresh",
    async () => {
      await review("REVIEWING");
      await review("DENIED", DENIAL);
      return pulumi.must("refresh", "--yes", "--skip-preview");
    },
    { status: "DENIED", versionNumber: 1 },
  );

  yield await step(
    "fix the website; up",
    async () => {
      await pulumi.must("config", "set", "website", "https://www.coffee.example.com");
      return pulumi.must("up", "--yes", "--skip-preview");
    },
    { status: "SUBMITTED", versionNumber: 2 },
  );

  yield await step(
    "a person must authenticate; refresh",
    async () => {
      await review("REVIEWING");
      await review("REQUIRES_AUTHENTICATION");
      return pulumi.must("refresh", "--yes", "--skip-preview");
    },
    { status: "REQUIRES_AUTHENTICATION", versionNumber: 2 },
  );

  yield await step(
    "the carriers approve it; refresh",
    async () => {
      await review("APPROVED");
      return pulumi.must("refresh", "--yes", "--skip-preview");
    },
    { status: "APPROVED", versionNumber: 2 },
  );

  yield await step("up again: nothing to do, no call", () => pulumi.must("up", "--yes", "--skip-preview"), {
    status: "APPROVED",
    versionNumber: 2,
    apiCalls: 0,
  });
}

/** The last step stands apart: after it there is no version to show. */
export async function destroy({ pulumi, control, announce }: Stage): Promise<Step> {
  const name = "destroy";
  announce(name);
  const since = (await control.calls()).length;
  const started = performance.now();
  const printed = await pulumi.must("destroy", "--yes");
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  if ((await pulumi.resources()).length > 0) throw new DemoError(`destroy left resources behind\n${printed}`);
  const apiCalls = (await control.calls()).length - since;
  return {
    name,
    status: undefined,
    versionNumber: undefined,
    apiCalls,
    seconds,
    remarks: summaryLine(printed),
    statusHistory: {},
  };
}

interface VersionOutputs {
  status?: string;
  versionNumber?: number;
  statusHistory?: Record<string, string>;
  deniedReasons?: { reason: string; shortDescription: string }[];
  fieldFeedback?: { fieldPath: string; deniedReason?: string; feedback?: string }[];
}

/** What the reviewers of the demo have to say. */
const DENIAL = {
  deniedReasons: [
    {
      Reason: "WEBSITE_NOT_VERIFIABLE",
      ShortDescription: "The website could not be matched with the company",
      LongDescription:
        "The website does not answer, or does not name the company. Give a working website of the company.",
    },
  ],
  fields: [
    {
      FieldPath: "contactInfo.website",
      DeniedReason: "The website does not answer",
      Feedback: "Give the address with www",
    },
  ],
};

/** The engine's own count of what it did. */
function summaryLine(printed: string): string[] {
  const lines = printed.split("\n");
  const at = lines.indexOf("Resources:");
  if (at < 0) return [];
  const counts = lines.slice(at + 1).map((line) => line.trim());
  return [`resources: ${counts.slice(0, counts.indexOf("")).join(", ")}`];
}

function reasons({ status, deniedReasons = [], fieldFeedback = [] }: VersionOutputs): string[] {
  if (status !== "DENIED") return [];
  return [
    ...deniedReasons.map((r) => `denied: ${r.reason}: ${r.shortDescription}`),
    ...fieldFeedback.map((f) => `denied: ${f.fieldPath}: ${[f.deniedReason, f.feedback].filter(Boolean).join(". ")}`),
  ];
}
