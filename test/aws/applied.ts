import type { Step } from "../../provider/lifecycle/step";
import { cannedService } from "./cannedService";

/** Applies steps; returns what was noted, `true` for an answer and `false` for none, and what was thrown. */
export async function applied(steps: Step[], answer: Parameters<typeof cannedService>[0]) {
  const service = await cannedService(answer);
  const noted: [Step, boolean][] = [];
  const error = await service.aws
    .apply(steps, (step, answered) => noted.push([step, answered !== undefined]))
    .then(
      () => undefined,
      (thrown: unknown) => thrown as Error & { code?: string; reason?: string },
    );
  return { service, noted, error };
}
