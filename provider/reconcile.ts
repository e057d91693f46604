/**
 * READ THIS FIRST: what happens on `pulumi up`.
 *
 * Look at what the service has, decide the next move, make it, and decide again, until there is nothing left to do.
 * Creating, updating, adopting what exists and carrying on after a crash are this one loop: none of them may assume
 * how far an earlier run came.
 */
import { isDeepStrictEqual } from "node:util";
import { type Aws, isStale, Waiter } from "./aws";
import { RefusedError, UnfinishedError } from "./errors";
import { doubt, learn, see } from "./lifecycle/learn";
import type { Lifecycle } from "./lifecycle/lifecycle";
import type { Observation, Part } from "./lifecycle/observation";
import { noProgress } from "./lifecycle/registrationVersion/refusal";
import type { Move, Step } from "./lifecycle/step";

/** How often the service may contradict what we know before its answer stands. */
const MAX_SURPRISES = 2;
/** More moves without a wait than any plan needs: the service says yes and does nothing. */
const MAX_MOVES = 30;

type Writer = Pick<Aws, "observe" | "apply" | "region">;

/** Makes the service hold what is declared. Without `id` and `state` the resource is new to the stack. */
export async function reconcile<Inputs, State extends object>(
  lifecycle: Lifecycle<Inputs, State>,
  { id, inputs, state }: { id?: string; inputs: Inputs; state?: State },
  aws: Writer,
  waiter = new Waiter(),
): Promise<{ id: string; state: State }> {
  const run: Run = {
    id: id ?? lifecycle.id(inputs),
    observed: state ? lifecycle.recall(state) : {},
    touched: false,
    waiter,
  };
  try {
    await pursue(run, (observed) => lifecycle.plan(run.id, inputs, state, observed), lifecycle, aws);
  } catch (cause) {
    const keep = run.touched || (cause instanceof RefusedError && cause.refusal.keep);
    if (!keep || run.id === undefined) throw cause;
    throw new UnfinishedError(run.id, await located(lifecycle.unfinished(inputs, state, run.observed), aws), cause);
  }
  if (run.id === undefined) throw new Error("The plan ended without a registration.");
  return { id: run.id, state: await located(lifecycle.outputs(inputs, state, run.observed), aws) };
}

/** Makes the service no longer hold it. What is gone already is fine. Returns what the user should know. */
export async function remove<Inputs, State extends object>(
  lifecycle: Lifecycle<Inputs, State>,
  id: string,
  aws: Writer,
): Promise<string | undefined> {
  return pursue(
    { id, observed: {}, touched: false, waiter: new Waiter() },
    (observed) => lifecycle.planDelete(id, observed),
    lifecycle,
    aws,
  );
}

/**
 * What the service holds now; `undefined` where the resource is gone. Reads no more than could have changed.
 *
 * @param isNew - The stack does not know it yet: it is read at some moment of a run, and not with all the others.
 */
export async function refresh<Inputs, State extends object>(
  lifecycle: Lifecycle<Inputs, State>,
  { id, state, isNew = false }: { id: string; state: State; isNew?: boolean },
  aws: Pick<Aws, "observe" | "survey" | "region">,
): Promise<{ inputs: Inputs; state: State } | undefined> {
  const of = subject(lifecycle, id);
  let observed: Observation = {};
  for (let parts = lifecycle.unread(state, observed); parts.length > 0; parts = lifecycle.unread(state, observed)) {
    observed = { ...observed, ...(isNew ? await aws.observe(of, parts) : await aws.survey(of, parts)) };
  }
  const found = lifecycle.read(id, state, observed);
  return found && { inputs: found.inputs, state: await located(found.state, aws) };
}

interface Run {
  id: string | undefined;
  observed: Observation;
  /** Whether the resource is ours to keep in the state when the run ends half-way: something may have been written. */
  touched: boolean;
  waiter: Waiter;
}

async function pursue(
  run: Run,
  decide: (observed: Observation) => Move,
  lifecycle: Pick<Lifecycle<never, never>, "parts" | "subject">,
  aws: Writer,
): Promise<string | undefined> {
  const look = async (parts: readonly Part[], of = subject(lifecycle, run.id)) => aws.observe(of, parts);
  let refused: { step?: Step; error: Error } | undefined;
  for (let surprises = 0, moves = 0; ; moves++) {
    if (moves > MAX_MOVES) throw new RefusedError(noProgress(run.id));
    const next = decide(run.observed);
    switch (next.move) {
      case "done":
        return next.notice;
      case "refuse":
        throw new RefusedError(next.refusal);
      case "recall":
        run.observed = { ...run.observed, ...next.known };
        break;
      case "look":
        run.observed = see(run.observed, await look(next.parts, next.of));
        break;
      case "wait":
        run.touched ||= next.keep;
        moves = 0;
        await run.waiter.pause(next.what, next.timeoutMs);
        run.observed = see({ ...run.observed, ...next.known }, await look(next.parts, next.of));
        break;
      case "apply": {
        // A fresh look did not change our mind, so the refusal stands.
        if (refused && isDeepStrictEqual(refused.step, next.steps[0])) throw refused.error;
        refused = undefined;
        let failed: Step | undefined;
        try {
          await aws.apply(next.steps, (step, answer) => {
            run.touched = true;
            run.observed = answer ? learn(run.observed, step, answer) : doubt(run.observed, step);
            run.id ??= answer?.registration?.registrationId ?? answer?.attachment?.registrationAttachmentId;
            if (!answer) failed ??= step;
          });
        } catch (error) {
          // The service is in another state than we took it to be in: look at everything, and decide again.
          if (!isStale(error) || run.id === undefined || surprises++ >= MAX_SURPRISES) throw error;
          refused = { step: failed, error };
          run.observed = await look(lifecycle.parts);
        }
      }
    }
  }
}

function subject({ subject }: Pick<Lifecycle<never, never>, "subject">, id: string | undefined): string {
  if (id === undefined) throw new Error("The plan looks at a resource that is not there yet.");
  return subject?.(id) ?? id;
}

/** A resource stays in the region it was made in, whatever the environment says later. */
async function located<State extends object>(state: State, aws: Pick<Aws, "region">): Promise<State> {
  return { ...state, region: await aws.region() };
}
