import { Command, InvalidArgumentError } from "commander";
import { ABSENT, CONTESTANTS } from "./contestants";

export interface Options {
  sizes: number[];
  only: string[];
  runs: number;
  minutes: number;
  latency: number;
  parts: Part[];
}

export type Part = "life" | "limited" | "form" | "start" | "settings" | "thousand";
const PARTS: Part[] = ["life", "limited", "form", "start", "settings", "thousand"];

export function options(args: string[]): Options {
  const names = [...CONTESTANTS.map(({ name }) => name), ...Object.keys(ABSENT)];
  return new Command("npm run bench --")
    .option("--sizes <numbers>", "registrations, each with its form of 25 fields", numbers, [1, 10])
    .option("--only <names>", names.join(", "), (text) => namesOf(names, text), names)
    .option("--parts <names>", PARTS.join(", "), (text) => namesOf(PARTS, text) as Part[], PARTS)
    .option("--runs <number>", "how often everything is run; tables have the medians", number, 1)
    .option("--minutes <number>", "begins nothing new after so long", number, 60)
    .option("--latency <ms>", "what the service takes for each answer", number, 50)
    .parse(args, { from: "user" })
    .opts<Options>();
}

function namesOf(names: string[], text: string): string[] {
  const given = text.split(",");
  const wrong = given.filter((name) => !names.includes(name));
  if (wrong.length > 0) throw new InvalidArgumentError(`There is no ${wrong.join(", ")}, but ${names.join(", ")}.`);
  return given;
}

function numbers(text: string): number[] {
  return text.split(",").map(number);
}

function number(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return Number(text);
}
