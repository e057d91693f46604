import { Waiter } from "../../../provider/aws";
import { RefusedError, UnfinishedError } from "../../../provider/errors";
import { declaredFields, sameFields } from "../../../provider/lifecycle/fields";
import { registrationVersion } from "../../../provider/lifecycle/registrationVersion";
import { lastRunVersionNumber, type VersionInputs } from "../../../provider/lifecycle/registrationVersion/declared";
import type { Step } from "../../../provider/lifecycle/step";
import { reconcile, refresh } from "../../../provider/reconcile";
import { type Dialect, ModelService, type ModelVersion } from "./modelService";

type State = Awaited<
  ReturnType<typeof reconcile<VersionInputs, ReturnType<typeof registrationVersion.outputs>>>
>["state"];

/** How a run ended: nothing to do, done, refused by the plan (its code), or failed at a call (its code). */
export type Outcome = "unchanged" | "done" | { refused: string } | { failed: string };

/** A program with one RegistrationVersion, its state, and the service: what the engine does, as far as it matters here. */
export class Stack {
  readonly service: ModelService;
  program: VersionInputs = { registrationId: "registration-1", fields: {} };
  state: State | undefined;
  /** The last run failed half-way: the engine updates the resource even where nothing seems to change. */
  #isPending = false;
  /** Steps that cost quota or a review and were taken without need. */
  readonly needless: string[] = [];
  /** How many versions the triggers since the last run that ended may still open for content that was denied. */
  #resubmissions = 0;

  constructor(dialect: Dialect) {
    this.service = new ModelService(dialect, (step, newest) => this.#judge(step, newest));
  }

  declare(change: Partial<VersionInputs>): void {
    this.program = { ...this.program, ...change };
  }

  /** The version that a trigger, which nothing has answered yet, is about: it must not get lost. */
  #triggered: number | undefined;

  /** Whether a trigger asks for a resubmission of the newest version, and the last run knew that version. */
  get isTriggerOpen(): boolean {
    return this.#triggered === this.service.newest.number;
  }

  trigger(): void {
    const known = this.state && lastRunVersionNumber(this.state);
    this.#triggered = known === this.service.newest.number ? known : undefined;
    this.program = { ...this.program, resubmitTrigger: `${this.program.resubmitTrigger ?? ""}+` };
    this.#resubmissions = 1;
  }

  /** @param duringPause - What happens elsewhere while the run waits. */
  async up(duringPause: () => void = () => {}): Promise<Outcome> {
    const { program: inputs, state, service } = this;
    if (state !== undefined && !this.#isPending && registrationVersion.isReached(state, inputs)) return "unchanged";
    try {
      const id = state && "registration-1";
      const result = await reconcile(registrationVersion, { id, inputs, state }, service, this.#waiter(duringPause));
      this.#end(result.state, false);
      return "done";
    } catch (error) {
      if (service.wasKilled) return { failed: "Killed" };
      if (error instanceof RefusedError) return { refused: error.code };
      if (!(error instanceof UnfinishedError)) return { failed: code(error) };
      const { cause } = error;
      this.#end(asStored(error.state) as State, true);
      return cause instanceof RefusedError ? { refused: cause.code } : { failed: code(cause) };
    }
  }

  #waiter(duringPause: () => void): Waiter {
    let clock = 0;
    const pause = async (ms: number) => {
      clock += ms;
      duringPause();
    };
    return new Waiter({ now: () => clock, pause, random: () => 0.5, log: () => {} });
  }

  async refresh(): Promise<void> {
    if (this.state === undefined) return;
    try {
      const found = await refresh(registrationVersion, { id: "registration-1", state: this.state }, this.service);
      this.state = found && asStored(found.state);
      if (found === undefined) this.#triggered = undefined;
      this.#isPending = false;
    } catch {
      // The engine keeps what it had.
    }
  }

  get declaredValues() {
    return declaredFields(this.program.fields);
  }

  get holdsWhatIsDeclared(): boolean {
    return sameFields(this.declaredValues, this.service.newest.values);
  }

  #end(state: State, isPending: boolean): void {
    this.state = asStored(state);
    this.#isPending = isPending;
    if (isPending) return;
    this.#resubmissions = 0;
    this.#triggered = undefined;
  }

  #judge(step: Step, newest: ModelVersion): void {
    switch (step.operation) {
      case "createRegistrationVersion": {
        const isFree = ["DISCARDED", "REVOKED", "ARCHIVED"].includes(newest.status) || !this.holdsWhatIsDeclared;
        const isAskedFor = newest.status === "DENIED" && this.#resubmissions > 0;
        if (!isFree && !isAskedFor) this.needless.push(`A needless version after ${newest.status}`);
        this.#resubmissions = 0;
        this.#triggered = undefined;
        break;
      }
      case "submitRegistrationVersion":
        if (!this.holdsWhatIsDeclared) this.needless.push("A submission of what is not declared");
        if (this.program.submit === false) this.needless.push("A submission that was not asked for");
        break;
      case "discardRegistrationVersion":
        if (this.holdsWhatIsDeclared) this.needless.push("A needless discard");
        if (this.program.whileInReview !== "discard") this.needless.push("A discard that was not asked for");
    }
  }
}

/** The state goes through the engine as JSON. */
function asStored<T extends object>(state: T): T {
  return JSON.parse(JSON.stringify(state));
}

function code(error: unknown): string {
  const { code = String(error) } = error as { code?: string };
  return code;
}
