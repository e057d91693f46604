import { readFileSync } from "node:fs";

/** A form: field path → text, or the choices of a SELECT field. */
export type Fields = Record<string, string | string[]>;

export interface Customer {
  /** Names the customer's resources and chooses its stack: never change it. */
  id: string;
  fields: Fields;
  /** Fields that stay secrets in the state, and stand in a file of their own. */
  secretFields: Fields;
}

/** A nightly export of the vendor's own system, and beside it what only the runner may read. */
export function readCustomers(file: string, secretsFile: string | undefined): Customer[] {
  const customers: { id: string; fields: Fields }[] = JSON.parse(readFileSync(file, "utf8"));
  const secrets: Record<string, Fields> = secretsFile ? JSON.parse(readFileSync(secretsFile, "utf8")) : {};
  return customers.map(({ id, fields }) => ({ id, fields, secretFields: secrets[id] ?? {} }));
}
