import type { Declared } from "../form";
import type { Command } from "../measure";
import type { PhaseCommand } from "../phases";
import type { State } from "../state";

/** What a contestant is started with. */
export interface Place {
  /** A folder of its own, which is not there yet, somewhere below the installed package's. */
  folder: string;
  /** The node_modules with the installed package. */
  modules: string;
  engine: string;
  endpoint: string;
  /** Settings of the engine that are tried. */
  settings?: EngineSettings;
}

export interface EngineSettings {
  /** In addition to those that all command lines have. */
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

/** One of those who are compared. */
export interface Contestant {
  /** What the user of the bench calls it. */
  name: string;
  what: string;
  /** Whether it calls the service at all. */
  calls: boolean;
  /** The largest size that its time allows. */
  maxSize: number;
  start(place: Place): Promise<Running>;
}

/** A contestant with a stack, or whatever it keeps. */
export interface Running {
  /** Writes what the program declares. */
  declare(declared: Declared[]): void;
  /** Tells the program's own limit of calls a second, where it has one. */
  limit(callsPerSecond: number): Promise<void>;
  command(phase: PhaseCommand): Command;
  state(): Promise<State>;
}
