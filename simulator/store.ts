import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { acquireLock } from "./lock";
import { readWorld, type World, writeWorld } from "./world";

/** What a use of the world comes to: whether it changed, and the result to hand back once that is stored. */
export interface Use<T> {
  changed: boolean;
  result: () => T;
}

/** Holds the world, one use at a time. */
export interface Store {
  use<T>(work: (world: World) => Use<T>): Promise<T>;
}

/** A world that ends with the process. Work never waits, so no two uses can meet. */
export function memoryStore(world: World): Store {
  return {
    async use(work) {
      return work(world).result();
    },
  };
}

/**
 * A world in a file that other processes use as well: lock, read if somebody else wrote, work, write beside it and rename, unlock.
 * The file holds form data, so only its owner may read it.
 */
export function fileStore(path: string, initial: World): Store {
  let world = initial;
  let seen = "";
  let queue: Promise<unknown> = Promise.resolve();

  async function locked<T>(work: (world: World) => Use<T>): Promise<T> {
    const lock = await acquireLock(`${path}.lock`);
    try {
      const version = versionOf(path);
      if (version !== "" && version !== seen) world = load(path);
      seen = version;
      const { changed, result } = work(world);
      if (changed || version === "") {
        lock.assertHeld();
        write(path, writeWorld(world));
        seen = versionOf(path);
      }
      return result();
    } finally {
      lock.release();
    }
  }
  return {
    use(work) {
      const turn = queue.then(() => locked(work));
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

function load(path: string): World {
  try {
    return readWorld(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(
      `Reading the simulator's state from ${path}: it is not a state file. Move it away to start afresh.`,
      { cause },
    );
  }
}

/** Changes with every write, since each makes a new file. Empty: there is no file. */
function versionOf(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeNs} ${stats.size}` : "";
}

function write(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  const file = openSync(temporary, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
