/** What an import has to find out or leave open, since the engine then brings an id and nothing else. */
import type { Properties } from "./struct";

interface Importing {
  /** What the read takes for the state. */
  seed: Properties;
  /** The arguments that a program shall have so that nothing changes. */
  imported(id: string, inputs: Properties, state: Properties): Properties;
  /** Whether arguments that say less than needed are those of an import. */
  lets(old: Properties | undefined, inputs: Properties): boolean;
  /** The state with what the arguments of the last run tell besides. */
  known(state: Properties, oldInputs: Properties, inputs: Properties): Properties;
}

const PLAIN: Importing = {
  seed: {},
  imported: (_id, inputs) => inputs,
  lets: () => false,
  known: (state) => state,
};

const IMPORTING: Readonly<Record<string, Importing>> = {
  Registration: {
    ...PLAIN,
    seed: { tags: {} },
    imported: (_id, inputs) => withoutEmptyTags(inputs),
  },
  RegistrationVersion: {
    ...PLAIN,
    // A draft that was only imported must not be sent to review by the next `up`.
    imported: (_id, inputs, { status }) => (status === "DRAFT" ? { ...inputs, submit: false } : inputs),
  },
  RegistrationAttachment: {
    seed: { tags: {} },
    // The service does not tell of which file an attachment was made; its own id says that this one is known.
    imported: (id, inputs) =>
      hasSource(inputs) ? withoutEmptyTags(inputs) : { ...withoutEmptyTags(inputs), identity: id },
    lets: (old, inputs) =>
      old !== undefined &&
      !hasSource(old) &&
      !hasSource(inputs) &&
      isId(old.identity) &&
      inputs.identity === old.identity,
    // The file that a program names for an imported attachment is taken for its own.
    known: (state, { contentHash, url }, inputs) => {
      if (hasSource(state)) return state;
      return { ...state, contentHash: contentHash ?? inputs.contentHash, url: url ?? inputs.url };
    },
  },
};

export function importing(type: string): Importing {
  return IMPORTING[type] ?? PLAIN;
}

function hasSource({ file, url, contentHash }: Properties): boolean {
  return [file, url, contentHash].some((source) => source !== undefined && source !== null);
}

function isId(identity: unknown): boolean {
  return typeof identity === "string" && identity.startsWith("attachment-");
}

function withoutEmptyTags({ tags, ...inputs }: Properties): Properties {
  return typeof tags === "object" && tags !== null && Object.keys(tags).length > 0 ? { ...inputs, tags } : inputs;
}
