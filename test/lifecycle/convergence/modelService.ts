import { type Aws, ServiceError } from "../../../provider/aws";
import type { FieldValue } from "../../../provider/lifecycle/fields";
import type { Observation, Part } from "../../../provider/lifecycle/observation";
import type { Step } from "../../../provider/lifecycle/step";
import { REGISTRATION, version } from "../registrationVersion/follow";

/** What goes wrong at one call. */
export type Fault =
  /** It has no effect, and that is known: throttled, for example. */
  | "refused"
  /** It takes effect; the answer is lost. */
  | "answer lost"
  /** It takes effect, the answer is lost, and the AWS client makes it once more. */
  | "repeated"
  /** It takes effect, and then the provider's process ends. */
  | "killed";

export interface ModelVersion {
  number: number;
  status: string;
  values: Map<string, FieldValue>;
}

/** What the reports on the service disagree about. */
export interface Dialect {
  newVersionsInherit: boolean;
  discardWhileInReview: boolean;
}

const IN_REVIEW = new Set([
  "SUBMITTED",
  "AWS_REVIEWING",
  "REVIEWING",
  "REQUIRES_AUTHENTICATION",
  "REQUIRES_OFFLINE_REVIEW",
]);

/** One registration at a service that is a value in memory: the rules of service-facts, and faults on demand. */
export class ModelService implements Aws {
  readonly versions: ModelVersion[] = [{ number: 1, status: "DRAFT", values: new Map() }];
  /** Every write that took effect, in order. */
  readonly effects: Step[] = [];
  /** Faults of the calls to come, by how many calls are made before. */
  faults = new Map<number, Fault>();
  wasKilled = false;
  #calls = 0;

  constructor(
    readonly dialect: Dialect,
    /** Called before each write takes effect. */
    readonly onEffect: (step: Step, newest: ModelVersion) => void,
  ) {}

  get newest(): ModelVersion {
    return this.versions.at(-1) as ModelVersion;
  }

  get isInReview(): boolean {
    return IN_REVIEW.has(this.newest.status);
  }

  /** Counts calls anew, with these faults. */
  disturb(faults: [number, Fault][]): void {
    this.#calls = 0;
    this.faults = new Map(faults);
    this.wasKilled = false;
  }

  async region(): Promise<string> {
    return "us-east-1";
  }

  async observe(_registrationId: string, parts: readonly Part[]): Promise<Observation> {
    this.#mayFail("describeRegistrationVersions");
    const { number, status, values } = this.newest;
    const all: Observation = {
      newestVersion: version(status, number),
      values: { values: new Map(values), mayAlsoHold: new Set(), fieldFeedback: [] },
      registration: { ...REGISTRATION, currentVersionNumber: number },
    };
    return Object.fromEntries(parts.map((part) => [part, all[part]]));
  }

  survey(registrationId: string, parts: readonly Part[]): Promise<Observation> {
    return this.observe(registrationId, parts);
  }

  async apply(steps: readonly Step[], note: Parameters<Aws["apply"]>[1]): Promise<void> {
    for (const step of steps) {
      try {
        const fault = this.#nextFault();
        if (fault === "refused") throw unreachable(step.operation, "ThrottlingException");
        this.#take(step);
        if (fault === "repeated") this.#take(step);
        if (fault === "answer lost") throw unreachable(step.operation, "TimeoutError");
        if (fault === "killed") {
          this.wasKilled = true;
          throw unreachable(step.operation, "Killed");
        }
      } catch (error) {
        note(step, undefined);
        throw error;
      }
      note(step, { version: version(this.newest.status, this.newest.number) });
    }
  }

  /** Somebody at the console, as far as the service lets them. */
  byHand(operation: "open" | "submit" | "discard"): void {
    const { newest } = this;
    if (operation === "open" && newest.status !== "DRAFT" && !this.isInReview) {
      this.versions.push({ number: newest.number + 1, status: "DRAFT", values: new Map() });
    }
    if (operation === "submit" && newest.status === "DRAFT") newest.status = "SUBMITTED";
    if (operation === "discard" && newest.status === "DRAFT") newest.status = "DISCARDED";
  }

  #nextFault(): Fault | undefined {
    return this.faults.get(this.#calls++);
  }

  #mayFail(operation: "describeRegistrationVersions"): void {
    const fault = this.#nextFault();
    if (fault === "killed") this.wasKilled = true;
    if (fault !== undefined && fault !== "repeated") throw unreachable(operation, "TimeoutError");
  }

  /** The service's table of what each status allows. */
  #take(step: Step): void {
    const { newest } = this;
    switch (step.operation) {
      case "createRegistrationVersion":
        this.#allow(step, newest.status !== "DRAFT" && !this.isInReview, "CREATE_REGISTRATION_VERSION_NOT_ALLOWED");
        break;
      case "submitRegistrationVersion":
        this.#allow(step, !this.isInReview, "REGISTRATION_ALREADY_SUBMITTED");
        this.#allow(step, newest.status === "DRAFT", "SUBMIT_REGISTRATION_VERSION_NOT_ALLOWED");
        break;
      case "discardRegistrationVersion": {
        const may = newest.status === "DRAFT" || (this.isInReview && this.dialect.discardWhileInReview);
        this.#allow(step, may, "DISCARD_REGISTRATION_VERSION_NOT_ALLOWED");
        break;
      }
      default:
        this.#allow(step, newest.status === "DRAFT", "EDIT_REGISTRATION_FIELD_VALUES_NOT_ALLOWED");
    }
    this.onEffect(step, newest);
    this.effects.push(step);
    this.#change(step, newest);
  }

  #allow(step: Step, isAllowed: boolean, reason: string): void {
    if (isAllowed) return;
    throw new ServiceError(step.operation, "registration-1", "ConflictException", reason, "no", undefined, {});
  }

  #change(step: Step, newest: ModelVersion): void {
    switch (step.operation) {
      case "createRegistrationVersion": {
        const values = new Map(this.dialect.newVersionsInherit ? newest.values : []);
        this.versions.push({ number: newest.number + 1, status: "DRAFT", values });
        break;
      }
      case "submitRegistrationVersion":
        newest.status = "SUBMITTED";
        break;
      case "discardRegistrationVersion":
        newest.status = "DISCARDED";
        break;
      case "putRegistrationFieldValue":
        newest.values.set(step.fieldPath, step.value);
        break;
      case "deleteRegistrationFieldValue":
        newest.values.delete(step.fieldPath);
        break;
      default:
        throw new Error(`No step of a version: ${step.operation}`);
    }
  }
}

function unreachable(operation: ServiceError["operation"], code: string): ServiceError {
  return new ServiceError(operation, "registration-1", code, undefined, "no answer", undefined, {});
}
