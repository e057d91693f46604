import type { FieldDoubt, FieldFault } from "./problem";

type Finding = FieldFault | FieldDoubt;

/**
 * What is wrong under every demand that is possible still, told so that it stays true whichever it will be. `each`
 * holds the findings under each demand.
 */
export function certain(each: readonly (readonly Finding[])[]): Finding[] {
  const [first = [], ...others] = each;
  return first.flatMap((finding) => {
    let common: Finding | undefined = finding;
    for (const findings of others) {
      const same = findings.find(({ code }) => code === finding.code);
      common = common && same && inCommon(common, same);
    }
    return common ?? [];
  });
}

/** What two findings of the same code both say; `undefined` for nothing. */
function inCommon(a: Finding, b: Finding): Finding | undefined {
  switch (a.code) {
    case "required":
    case "disallowed":
      return { code: a.code };
    case "tooShort":
      return b.code === a.code && b.min < a.min ? b : a;
    case "tooLong":
      return b.code === a.code && b.max > a.max ? b : a;
    case "unknownChoice":
      return b.code === a.code ? unknownInBoth(a, b) : undefined;
    case "pattern":
    case "uncheckedPattern":
      return b.code === a.code && b.pattern === a.pattern ? a : undefined;
    case "doubtfulLength":
      return b.code === a.code && b.limit === a.limit ? a : undefined;
    default:
      return a; // The rest follows from the field alone.
  }
}

function unknownInBoth(
  a: FieldFault & { code: "unknownChoice" },
  b: FieldFault & { code: "unknownChoice" },
): FieldFault | undefined {
  const choices = a.choices.filter(({ position }) => b.choices.some((other) => other.position === position));
  return choices.length === 0 ? undefined : { ...a, choices, options: [...new Set([...a.options, ...b.options])] };
}
