import type * as pulumi from "@pulumi/pulumi";
import { connect } from "../../aws";
import { check } from "../../check";
import { UnfinishedError } from "../../errors";
import type { Lifecycle } from "../../lifecycle/lifecycle";
import type { MaybeUnknown } from "../../lifecycle/problem";
import { reconcile, refresh, remove } from "../../reconcile";
import { Claims } from "../claims";
import { settings } from "../settings";
import { fromEngine, hasUnknown, PROVIDER_KEY, toEngine } from "./values";

type Properties = Record<string, unknown>;

/**
 * A lifecycle as a Pulumi dynamic provider.
 *
 * The object must be the `module.exports` of a file of its own: the engine keeps a provider in each resource's state,
 * and writes `require("<that file>")` for such an object, where it would otherwise write its whole source.
 */
export function dynamicProvider<Inputs extends { region?: string }, State extends { region?: string }>(
  lifecycle: Lifecycle<Inputs, State>,
): pulumi.dynamic.ResourceProvider<Properties, Properties> {
  let config: pulumi.dynamic.Config | undefined;
  const claims = new Claims();
  /** No call of the engine brings a name along: an identity is made of it, and without one the id is what is declared. */
  const claim = (inputs: Inputs & { identity?: string }, id: string) => claims.claim(inputs.identity ?? id, id);

  const aws = (argument: string | undefined, state: string | undefined) =>
    connect(settings((key) => config?.get(key), { argument, state }));

  const engine = (state: object) => toEngine(state, lifecycle.isSecret);

  return {
    async configure(request) {
      config = request.config;
    },

    async check(olds, news) {
      const inputs = fromEngine(news) as MaybeUnknown<Inputs> & { region?: unknown };
      const old = Object.keys(olds).length > 0 ? (fromEngine(olds) as MaybeUnknown<Inputs>) : undefined;
      const region = typeof inputs.region === "string" ? inputs.region : undefined;
      const checked = await check(lifecycle, { old, inputs }, aws(region, undefined));
      for (const warning of checked.warnings) console.log(`warning: ${warning}`);
      // Without a property name: the engine prints a named property's value, and values may be secret.
      const failures = checked.failures.map((reason) => ({ property: "", reason }));
      return { inputs: { ...news, ...added(inputs, checked.inputs) }, failures };
    },

    async diff(id, olds, news) {
      const state = fromEngine(olds) as State;
      const inputs = fromEngine(news) as Inputs;
      const notice = lifecycle.notice?.(state);
      if (notice !== undefined) console.log(`warning: ${notice}`);
      const moved = inputs.region !== undefined && inputs.region !== state.region ? ["region"] : [];
      const replaces = [...lifecycle.replaces(id, state, inputs), ...moved];
      if (replaces.length === 0) claim(inputs, id);
      return { changes: replaces.length > 0 || hasUnknown(inputs) || !lifecycle.isReached(state, inputs), replaces };
    },

    async create(props) {
      const inputs = fromEngine(props) as Inputs;
      const run = reconcile(lifecycle, { inputs }, aws(inputs.region, undefined)).catch((error) => {
        if (error instanceof UnfinishedError) claim(inputs, error.id);
        throw error;
      });
      const { id, state } = await kept((left) => withProvider(engine(left), props), run);
      claim(inputs, id);
      return { id, outs: engine(state) };
    },

    async update(id, olds, news) {
      const inputs = fromEngine(news) as Inputs;
      const state = fromEngine(olds) as State;
      const result = await kept(
        (left) => withProvider(engine(left), news),
        reconcile(lifecycle, { id, inputs, state }, aws(inputs.region, state.region)),
      );
      return { outs: engine(result.state) };
    },

    async read(id, props = {}) {
      const state = fromEngine(props) as State;
      // A `get` brings along where to look, and nothing else.
      const isNew = Object.keys(state).every((name) => name === "region");
      const found = await refresh(lifecycle, { id, state, isNew }, aws(undefined, state.region));
      // The engine takes an empty id for "no longer there".
      if (found === undefined) return { id: "", props: {} };
      return { id, props: engine(found.state), inputs: engine(found.inputs) };
    },

    async delete(id, props) {
      const state = fromEngine(props) as State;
      const objection = claims.objection(id);
      if (objection !== undefined) {
        console.log(objection);
        return;
      }
      const notice = await remove(lifecycle, id, aws(undefined, state.region));
      if (notice !== undefined) console.log(notice);
    },
  };
}

/** What a check found out: arguments that were not declared. */
function added(declared: object, checked: object): Properties {
  return Object.fromEntries(Object.entries(checked).filter(([name]) => !Object.hasOwn(declared, name)));
}

/** Where create or update failed, the engine does not put the provider into the state itself; refresh and destroy need it. */
function withProvider(state: Properties, props: Properties): Properties {
  return { ...state, [PROVIDER_KEY]: props[PROVIDER_KEY] };
}

/** The engine keeps a resource whose create or update failed when the error has an id, properties and reasons. */
async function kept<T>(engine: (state: object) => Properties, run: Promise<T>): Promise<T> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw error;
    throw Object.assign(new Error(error.message), {
      id: error.id,
      properties: engine(error.state),
      reasons: [error.message],
    });
  }
}
