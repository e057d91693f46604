/**
 * What the program of this run is known to declare, of one type of resource. The engine starts a process for each run.
 *
 * A resource that was replaced by itself, or renamed, has the same id as the one in its place, which its delete must not
 * take away. That delete may come in a later run than the create, when the first one was killed in between.
 */
export class Claims {
  /** One id for each resource of the program: what replaces another takes its place. */
  readonly #ids = new Map<string, string>();

  /** @param resource - Tells the resource from the others of its type. */
  claim(resource: string, id: string): void {
    this.#ids.set(resource, id);
  }

  /** What to say in place of a delete; `undefined` where nothing speaks against it. */
  objection(id: string): string | undefined {
    if (![...this.#ids.values()].includes(id)) return undefined;
    return `${id} stays as it is: another resource of the program is the same one.`;
  }
}
