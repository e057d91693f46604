import type { Problem } from "./problem";

/** One line for people. */
export function printProblem({ path, actual, allowed }: Problem): string {
  return `${printPath(path)}: ${allowed} is expected${actual === undefined ? "" : `, not ${actual}`}`;
}

/** `fields["companyInfo.taxId"]`: the notation in which a program wrote it, and Pulumi's property paths too. */
export function printPath([first = "", ...rest]: string[]): string {
  return first + rest.map((part) => (/^[A-Za-z_]\w*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join("");
}
