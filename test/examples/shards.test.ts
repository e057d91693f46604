import assert from "node:assert/strict";
import { ofAnotherCount, shardOf, shards, stackName } from "../../examples/typescript-many-stacks/shards";

describe("the stacks of examples/typescript-many-stacks", () => {
  const customers = Array.from({ length: 40 }, (_, i) => ({ id: `customer-${i}`, fields: {}, secretFields: {} }));

  it("are the same for every customer every night, whoever comes or goes", () => {
    const stackOf = (some: typeof customers) =>
      new Map(shards(some, 4).flatMap(({ stack, customers }) => customers.map(({ id }) => [id, stack])));
    const all = stackOf(customers);
    assert.equal(all.size, customers.length);
    for (const [id, stack] of stackOf(customers.slice(10).reverse())) assert.equal(stack, all.get(id));
    // Written down, since another hash would register everybody again.
    assert.deepEqual(
      customers.slice(0, 8).map(({ id }) => shardOf(id, 4)),
      [2, 0, 2, 3, 0, 2, 1, 2],
    );
  });

  it("have about as many customers each", () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({ id: `c-${i}`, fields: {}, secretFields: {} }));
    for (const { customers } of shards(many, 50)) {
      assert.ok(customers.length > 60 && customers.length < 140, String(customers.length));
    }
  });

  it("are told from those that were made for another number", () => {
    const names = ["dev", stackName(0, 20), stackName(19, 20), stackName(0, 10)];
    assert.deepEqual(names, ["dev", "customers-01-of-20", "customers-20-of-20", "customers-01-of-10"]);
    assert.deepEqual(ofAnotherCount(names, 20), ["customers-01-of-10"]);
  });
});
