/** A call of the service as the log keeps it: never a field value. */
export interface Call {
  index: number;
  /** On the simulator's clock. */
  time: string;
  operation: string;
  region: string;
  accountId: string;
  registrationId?: string;
  /** HTTP status of the answer. */
  status: number;
  errorCode?: string;
  errorReason?: string;
  /** Why, in words, where the service itself would say no more than the reason. */
  explanation?: string;
}

const kept = 100_000;

/** The calls of this process since it started; the oldest are forgotten after 100,000. */
export class CallLog {
  #calls: Call[] = [];
  #next = 0;

  add(call: Omit<Call, "index">): void {
    this.#calls.push({ index: this.#next++, ...call });
    if (this.#calls.length > kept * 1.1) this.#calls = this.#calls.slice(-kept);
  }
  /** The calls from this index on. */
  since(index = 0): Call[] {
    return this.#calls.filter((call) => call.index >= index);
  }
  clear(): void {
    this.#calls = [];
  }
}
