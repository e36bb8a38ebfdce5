import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { messageOf } from '../../database';
import { readAddress, type AddressesStore } from '../addresses';
import type { PolicySource, PolicyText } from './PolicyText';

/**
 * Texts at addresses that the configuration names.
 *
 * @remarks
 *
 * What was read at the start is no good copy before the whole policy was compiled with it.
 *
 * @internal
 */
export class UrlPolicySource implements PolicySource {
  readonly #options: Parameters<typeof UrlPolicySource.create>[0];
  readonly #fresh = new Map<string, { yaml: string; etag?: string }>();

  static create(options: {
    addresses: readonly string[];
    reader: UrlReaderService;
    store: AddressesStore;
  }): UrlPolicySource {
    return new UrlPolicySource(options);
  }

  private constructor(options: Parameters<typeof UrlPolicySource.create>[0]) {
    this.#options = options;
  }

  /**
   * Reads all of them; one that cannot be read stays what it was.
   *
   * @param now - UTC milliseconds
   * @throws InputError that names one that cannot be read and never was
   */
  async start(now: number): Promise<void> {
    const { addresses, reader, store } = this.#options;
    const known = new Map(
      (await store.list(addresses)).map(copy => [copy.address, copy]),
    );
    await Promise.all(
      addresses.map(async (address, i) => {
        const copy = known.get(address);
        try {
          const read = await readAddress(reader, address, copy?.etag);
          if (read) {
            this.#fresh.set(address, read);
          }
        } catch (error) {
          const message = messageOf(error);
          if (!copy) {
            throw new InputError(
              `Invalid configuration at autonomy.policy.urls[${i}]: ${address} cannot be read: ${message}`,
            );
          }
          await store.fail(address, message, now);
        }
      }),
    );
  }

  /** What was read at the start counts: it is good. */
  async accept(now: number): Promise<void> {
    for (const [address, read] of this.#fresh) {
      await this.#options.store.keep({ address, ...read }, now);
    }
    this.#fresh.clear();
  }

  /**
   * What was read at the start does not fit: the last good copies go on.
   *
   * @returns whether there are such
   */
  async fallBack(reason: unknown, now: number): Promise<boolean> {
    const { addresses, store } = this.#options;
    let fallen = false;
    for (const { address } of await store.list(addresses)) {
      if (this.#fresh.delete(address)) {
        await store.fail(address, messageOf(reason), now);
        fallen = true;
      }
    }
    return fallen;
  }

  async read(): Promise<PolicyText[]> {
    const { addresses, store } = this.#options;
    const copies = new Map(
      (await store.list(addresses)).map(copy => [copy.address, copy]),
    );
    return addresses.flatMap((place): PolicyText[] => {
      const copy = copies.get(place);
      const yaml = this.#fresh.get(place)?.yaml ?? copy?.yaml;
      const origin = { type: 'url' as const, place, readAt: copy?.readAt ?? 0 };
      return yaml === undefined ? [] : [{ origin, place, yaml }];
    });
  }

  revision(): Promise<string> {
    const { addresses, store } = this.#options;
    return addresses.length > 0
      ? store.revision(addresses)
      : Promise.resolve('');
  }
}
