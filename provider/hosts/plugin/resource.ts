import { createHash } from "node:crypto";
import { connect } from "../../aws";
import { check } from "../../check";
import { UnfinishedError } from "../../errors";
import type { Lifecycle } from "../../lifecycle/lifecycle";
import type { MaybeUnknown } from "../../lifecycle/problem";
import { reconcile, refresh, remove } from "../../reconcile";
import { Claims } from "../claims";
import { type StackConfig, settings } from "../settings";
import { AssetError, type Plain, withoutAsset } from "./attachmentAsset";
import type { Severity } from "./engine";
import { KeptError } from "./failure";
import { importing } from "./importing";
import type { Properties } from "./struct";
import { hasUnknown, isAsset, marked, unmarked, unmarkedState } from "./values";
import { waiterFor } from "./waiting";
import { requireWritable } from "./writable";

/** What one call of the engine brings along. */
export interface Context {
  urn: string;
  config: StackConfig;
  cancelled: AbortSignal;
  timeoutSeconds: number;
  say(severity: Severity, message: string): void;
}

export interface Failure {
  reason: string;
}

export interface Difference {
  isChanged: boolean;
  replaces: string[];
}

export interface Kept {
  id: string;
  state: Properties;
}

/** A lifecycle in the words of the plugin protocol; properties are as the engine writes them, with its marks. */
export interface PluginResource {
  check(olds: Properties, news: Properties, context: Context): Promise<{ inputs: Properties; failures: Failure[] }>;
  diff(
    id: string,
    old: { inputs: Properties; state: Properties },
    news: Properties,
    context: Context,
  ): Promise<Difference>;
  create(inputs: Properties, context: Context): Promise<Kept>;
  update(id: string, state: Properties, inputs: Properties, context: Context): Promise<Kept>;
  read(
    id: string,
    old: { inputs: Properties; state: Properties },
    context: Context,
  ): Promise<{ inputs: Properties; state: Properties } | undefined>;
  delete(id: string, state: Properties, context: Context): Promise<void>;
}

interface Located {
  region?: string;
  identity?: string;
}

export function pluginResource<Inputs extends object, State extends object>(
  type: string,
  lifecycle: Lifecycle<Inputs, State>,
): PluginResource {
  const claims = new Claims();

  const aws = ({ config }: Context, argument: unknown, state: unknown) =>
    connect(settings(config, { argument: text(argument), state: text(state) }));

  const run = async (id: string | undefined, olds: Properties | undefined, news: Properties, context: Context) => {
    const state = olds && (unmarkedState(olds) as Located);
    const outputs = (found: object) => marked({ ...found, ...asDeclared(news, found) }, news, lifecycle.isSecret);
    const reconciled = async (declared: Located) => {
      const inputs = { ...declared, identity: declared.identity ?? state?.identity ?? identityOf(context.urn) };
      requireWritable(lifecycle, inputs as object as MaybeUnknown<Inputs>);
      const found = await reconcile(
        lifecycle,
        { id, inputs: inputs as object as Inputs, state: state as State | undefined },
        aws(context, inputs.region, state?.region),
        waiterFor(context),
      );
      return { id: found.id, state: outputs(found.state) };
    };
    try {
      // Another file would be another attachment: what is there is updated without one.
      if (id !== undefined) return await reconciled(compared(unmarked(news)));
      return await withoutAsset(unmarked(news), context.cancelled, ({ inputs }) => reconciled(inputs));
    } catch (error) {
      if (!(error instanceof UnfinishedError)) throw error;
      throw new KeptError(error, outputs(error.state), news);
    }
  };

  return {
    async check(olds, news, context) {
      const secret = marked(news, news, lifecycle.isSecret);
      const old = Object.keys(olds).length > 0 ? unmarked(olds) : undefined;
      const declared = unmarked(news);
      const checkPlain = async ({ inputs, told }: Plain) => {
        const question = { old: old as MaybeUnknown<Inputs> | undefined, inputs: inputs as MaybeUnknown<Inputs> };
        const checked = await check(lifecycle, question, aws(context, declared.region, undefined));
        for (const warning of checked.warnings) context.say("warning", warning);
        const added = Object.entries(checked.inputs).filter(([name]) => !Object.hasOwn(inputs, name));
        return { added: Object.fromEntries(added), reasons: checked.failures.map(told) };
      };
      const { added, reasons } = await withoutAsset(declared, context.cancelled, checkPlain).catch((error) => {
        if (!(error instanceof AssetError)) throw error;
        return { added: {}, reasons: [`file: ${error.message}`] };
      });
      const failures = importing(type).lets(old, declared) ? [] : reasons.map((reason) => ({ reason }));
      return { inputs: { ...secret, ...added }, failures };
    },

    async diff(id, old, news, context) {
      const state = compared(unmarkedState(old.state)) as Located;
      const inputs = compared(unmarked(news)) as Located;
      const notice = lifecycle.notice?.(state as State);
      if (notice !== undefined) context.say("warning", notice);
      const moved = inputs.region !== undefined && inputs.region !== state.region ? ["region"] : [];
      const known = importing(type).known({ ...state }, compared(unmarked(old.inputs)), { ...inputs });
      const replaces = [...lifecycle.replaces(id, known as State, inputs as MaybeUnknown<Inputs>), ...moved];
      if (replaces.length === 0) claims.claim(context.urn, id);
      const isChanged =
        replaces.length > 0 || hasUnknown(inputs) || !lifecycle.isReached(known as State, inputs as Inputs);
      return { isChanged, replaces };
    },

    async create(inputs, context) {
      try {
        const created = await run(undefined, undefined, inputs, context);
        claims.claim(context.urn, created.id);
        return created;
      } catch (error) {
        if (error instanceof KeptError) claims.claim(context.urn, error.unfinished.id);
        throw error;
      }
    },
    update: (id, state, inputs, context) => run(id, state, inputs, context),

    async read(id, old, context) {
      const { seed, imported } = importing(type);
      const isImport = Object.keys(old.state).length === 0 && Object.keys(old.inputs).length === 0;
      const before = (isImport ? seed : unmarkedState(old.state)) as Located;
      const region = text(unmarked(old.inputs).region);
      const found = await refresh(
        lifecycle,
        { id, state: before as State, isNew: isImport },
        aws(context, undefined, before.region ?? region),
      );
      if (found === undefined) return undefined;
      const declared = { ...old.state, ...old.inputs };
      const state = { ...found.state, ...asDeclared(declared, found.state) };
      const inputs: Properties = { ...found.inputs, ...asDeclared(declared, found.inputs) };
      if (!Object.hasOwn(old.inputs, "identity")) delete inputs.identity;
      if (region !== undefined) inputs.region = region;
      return {
        inputs: marked(isImport ? imported(id, inputs, state) : inputs, declared, lifecycle.isSecret),
        state: marked(state, declared, lifecycle.isSecret),
      };
    },

    async delete(id, state, context) {
      const objection = claims.objection(id);
      if (objection !== undefined) {
        context.say("info", objection);
        return;
      }
      const { region } = unmarkedState(state);
      const notice = await remove(lifecycle, id, aws(context, undefined, region));
      if (notice !== undefined) context.say("info", notice);
    },
  };
}

/** The seed of a ClientToken: the URN tells stacks, projects and components apart; hashed, since it is only compared. */
export function identityOf(urn: string): string {
  return createHash("sha256").update(urn).digest("hex").slice(0, 32);
}

/** An asset stays the asset that it was declared as; where it lay is nobody's business. */
function asDeclared({ file, url }: Properties, found: object): Properties {
  if (typeof file !== "object" || file === null || !("file" in found || "url" in found)) return {};
  return { file, url };
}

/** For a comparison no asset is fetched: the hash of its content stands beside it. */
function compared(properties: Properties): Properties {
  const { file, ...others } = properties;
  if (!isAsset(file)) return properties;
  return file.uri?.startsWith("s3://") ? { ...others, url: file.uri } : { ...others, file: "" };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
