import { isDeepStrictEqual } from "node:util";
import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { printPath } from "../../lifecycle/printProblem";
import type { Properties } from "./struct";
import { isMap } from "./values";

const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = PropertyDiff.Kind;

/** The arguments that a preview shows as changed, by their path: entries of a map one by one. */
export function detailedDiff(
  old: Properties,
  news: Properties,
  replaces: readonly string[],
): Map<string, PropertyDiff> {
  const found = new Map<string, PropertyDiff>();
  for (const [property, before, after] of pairs(old, news)) {
    const replace = replaces.includes(property);
    if (isMap(before) && isMap(after) && !replace) {
      for (const [key, inner, other] of pairs(before, after)) {
        found.set(printPath([property, key]), change(inner, other, false));
      }
    } else found.set(property, change(before, after, replace));
  }
  // What replaces without another argument, such as the id of an import, is shown, too.
  for (const property of replaces) if (!found.has(property)) found.set(property, change("", "", true));
  return found;
}

/** What differs, with both values. */
function pairs(old: Properties, news: Properties): [string, unknown, unknown][] {
  return [...new Set([...Object.keys(old), ...Object.keys(news)])]
    .map((key): [string, unknown, unknown] => [key, given(old, key), given(news, key)])
    .filter(([, before, after]) => !isDeepStrictEqual(before, after));
}

function given(map: Properties, key: string): unknown {
  return Object.hasOwn(map, key) && map[key] !== null ? map[key] : undefined;
}

function change(before: unknown, after: unknown, replace: boolean): PropertyDiff {
  const diff = new PropertyDiff();
  if (before === undefined) diff.setKind(replace ? ADD_REPLACE : ADD);
  else if (after === undefined) diff.setKind(replace ? DELETE_REPLACE : DELETE);
  else diff.setKind(replace ? UPDATE_REPLACE : UPDATE);
  diff.setInputdiff(true);
  return diff;
}
