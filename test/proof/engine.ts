import type { ResourceType } from "../../provider/hosts/registry";
import type { Process, Properties } from "./process";

/** A resource of a program; its arguments may use the ids of those before it. */
export interface Declared {
  name: string;
  type: ResourceType;
  inputs(ids: Readonly<Record<string, string>>): Properties;
}

interface Kept {
  type: ResourceType;
  id: string;
  inputs: Properties;
  outputs: Properties;
  /** The last run ended half-way: the next one updates whether or not anything changed. */
  isPending: boolean;
  /** What was made later may depend on it, and is deleted before. */
  order: number;
}

interface Run {
  ids: Readonly<Record<string, string>>;
  providers: Process;
  /** Gives what the provider answers, unless its process has died meanwhile. */
  heard: <T>(run: Promise<T>) => Promise<T>;
  isReplaced: boolean;
}

/** The provider's process died: whatever it would have answered, the engine did not hear. */
export class Killed extends Error {}

/**
 * The state and the order of work of Pulumi's engine, as far as a provider can tell: a create that dies leaves nothing
 * and is called again with the same arguments; an update that dies leaves the old state; an error with id and
 * properties keeps these as outputs beside the inputs of before; what is replaced is deleted last, until that succeeds.
 */
export class Engine {
  readonly state = new Map<string, Kept>();
  /** Replaced or no longer declared, not deleted yet. */
  #toDelete: Kept[] = [];
  #order = 0;
  program: Declared[] = [];
  /** Names of resources that the next `up` replaces whatever the provider says: `pulumi up --replace`. */
  replace: readonly string[] = [];

  /** @param isDead - Whether the process has been killed meanwhile. */
  async up(providers: Process, isDead: () => Promise<boolean> = async () => false): Promise<void> {
    const heard = async <T>(run: Promise<T>): Promise<T> => {
      const result = await run.then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if (await isDead()) throw new Killed();
      if ("error" in result) throw result.error;
      return result.value;
    };
    const ids: Record<string, string> = {};
    const { replace } = this;
    this.replace = [];
    for (const declared of this.program) {
      const isReplaced = replace.includes(declared.name);
      ids[declared.name] = await this.#reach(declared, { ids, providers, heard, isReplaced });
    }
    for (const [name, kept] of [...this.state].reverse()) {
      if (this.program.some((declared) => declared.name === name)) continue;
      this.state.delete(name);
      this.#toDelete.push(kept);
    }
    this.#toDelete.sort((a, b) => b.order - a.order);
    while (this.#toDelete[0]) {
      const [kept] = this.#toDelete;
      await heard(providers[kept.type].delete(kept.id, kept.outputs));
      this.#toDelete.shift();
    }
  }

  async refresh(providers: Process): Promise<void> {
    for (const [name, kept] of this.state) {
      const { id, props, inputs } = await providers[kept.type].read(kept.id, kept.outputs, kept.inputs);
      if (!id) this.state.delete(name);
      else this.state.set(name, { ...kept, id, outputs: props ?? {}, inputs: inputs ?? kept.inputs, isPending: false });
    }
  }

  /** What the state holds, without what is the engine's own. */
  dump(): unknown {
    const kept = [...this.state].map(([name, { type, id, outputs, isPending }]) => ({
      name,
      type,
      id,
      outputs,
      isPending,
    }));
    return { kept, toDelete: this.#toDelete.map(({ id }) => id) };
  }

  async #reach({ name, type, inputs }: Declared, { ids, providers, heard, isReplaced }: Run): Promise<string> {
    const provider = providers[type];
    const old = this.state.get(name);
    const olds = isReplaced ? {} : (old?.inputs ?? {});
    const checked = await heard(provider.check(olds, plain(inputs(ids))));
    if (checked.failures?.length) throw new Error(checked.failures.map(({ reason }) => reason).join("\n"));
    const news = plain(checked.inputs ?? {});
    if (old && !isReplaced) {
      const { changes, replaces = [] } = await heard(provider.diff(old.id, old.outputs, news, old.inputs));
      if (replaces.length === 0) {
        if (changes || old.isPending) await this.#update(name, old, news, provider, heard);
        else this.state.set(name, { ...old, inputs: news });
        return old.id;
      }
    }
    try {
      const { id, outs } = await heard(provider.create(news));
      if (old) this.#toDelete.push(old);
      this.#keep(name, { type, id, inputs: news, outputs: plain(outs ?? {}), isPending: false });
      return id;
    } catch (error) {
      const { id, properties } = error as { id?: string; properties?: Properties };
      if (id !== undefined && properties !== undefined) {
        if (old) this.#toDelete.push(old);
        this.#keep(name, { type, id, inputs: news, outputs: plain(properties), isPending: true });
      }
      throw error;
    }
  }

  #keep(name: string, made: Omit<Kept, "order">): void {
    this.state.set(name, { ...made, order: ++this.#order });
  }

  async #update(
    name: string,
    old: Kept,
    news: Properties,
    provider: Process[ResourceType],
    heard: Run["heard"],
  ): Promise<void> {
    try {
      const { outs } = await heard(provider.update(old.id, old.outputs, news));
      this.state.set(name, { ...old, inputs: news, outputs: plain(outs ?? {}), isPending: false });
    } catch (error) {
      const { properties } = error as { properties?: Properties };
      if (properties) this.state.set(name, { ...old, outputs: plain(properties), isPending: true });
      throw error;
    }
  }
}

/** Everything goes through the engine as plain data. */
function plain(value: Properties): Properties {
  return JSON.parse(JSON.stringify(value));
}
