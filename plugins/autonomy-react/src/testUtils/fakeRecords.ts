import { conflict, notFound } from './fakePages';

/** Things in memory that are found and changed by their id. */
export class FakeRecords<T extends { id: string }> {
  readonly #what: string;
  #items: T[];

  /** @param what - the word for one of them, for messages */
  constructor(what: string, items: T[]) {
    this.#what = what;
    this.#items = [...items];
  }

  all(): T[] {
    return this.#items;
  }

  find(id: string | undefined): T | undefined {
    return this.#items.find(each => each.id === id);
  }

  /** @throws NotFoundError where there is none */
  get(id: string): T {
    const found = this.find(id);
    if (!found) throw notFound(`${this.#what} ${id}`);
    return found;
  }

  add(item: Omit<T, 'id'>): T {
    const added = {
      ...item,
      id: `${this.#what}-${this.#items.length + 1}`,
    } as T;
    this.#items = [added, ...this.#items];
    return added;
  }

  change(id: string, change: Partial<T>): T {
    const changed = { ...this.get(id), ...change };
    this.#items = this.#items.map(each => (each.id === id ? changed : each));
    return changed;
  }

  /** @throws ConflictError where something does not hold any more */
  require(is: boolean, message: string): void {
    if (!is) throw conflict(message);
  }
}
