import { status } from "@grpc/grpc-js";
import type { Lifecycle } from "../../lifecycle/lifecycle";
import { printPath, printProblem } from "../../lifecycle/printProblem";
import type { MaybeUnknown } from "../../lifecycle/problem";
import { RequestError } from "./requestError";
import { hasUnknown } from "./values";

/** What a plan cannot do without. Whether the values will do is for the service to say, once a check has been passed over. */
const SHAPE: ReadonlySet<string> = new Set(["required", "type"]);

/**
 * Stops a write whose arguments no check has seen: an engine asks for one first.
 *
 * @throws RequestError with everything that is missing, of a wrong type, or not known yet.
 */
export function requireWritable<Inputs>(
  { check }: Pick<Lifecycle<Inputs, never>, "check">,
  inputs: MaybeUnknown<Inputs>,
): void {
  const unknown = Object.entries(inputs)
    .filter(([, value]) => hasUnknown(value))
    .map(([name]) => `${printPath([name])}: a value that is known is expected`);
  const wrong = check(inputs).filter(({ code }) => SHAPE.has(code));
  const lines = [...unknown, ...wrong.map(printProblem)];
  if (lines.length > 0) throw new RequestError(status.INVALID_ARGUMENT, lines.join("\n"));
}
