import { createHash } from "node:crypto";
import type { Customer } from "./customer";

/** A stack and its customers. */
export interface Shard {
  stack: string;
  customers: Customer[];
}

/**
 * The stack of each customer depends on its id and on the number of stacks alone, so it is the same one every night.
 * The number stands in the names, because another number would send customers to other stacks.
 */
export function shards(customers: readonly Customer[], count: number): Shard[] {
  const all = Array.from({ length: count }, (_, i): Shard => ({ stack: stackName(i, count), customers: [] }));
  for (const customer of customers) all[shardOf(customer.id, count)]?.customers.push(customer);
  return all;
}

/** The first 32 bits of a hash are as good as random, and the same on every machine. */
export function shardOf(id: string, count: number): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % count;
}

export function stackName(index: number, count: number): string {
  return `customers-${String(index + 1).padStart(String(count).length, "0")}-of-${count}`;
}

/** The stacks of the same project that were made for another number of stacks. */
export function ofAnotherCount(stacks: readonly string[], count: number): string[] {
  return stacks.filter((name) => /^customers-\d+-of-\d+$/.test(name) && !name.endsWith(`-of-${count}`));
}
