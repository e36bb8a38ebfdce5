import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { messageOf, type Clock } from '../../database';
import type { PolicyProblem, PolicyRegistry } from '../registry';
import type { AddressesStore, GoodCopy } from './AddressesStore';
import { readAddress } from './readAddress';

/**
 * Reads the addresses of the configuration anew. What cannot be read, or does not fit the rest of the policy, changes
 * nothing: the last good copy goes on.
 *
 * @internal
 */
export class AddressesRefresh {
  readonly #options: Parameters<typeof AddressesRefresh.create>[0];

  static create(options: {
    addresses: readonly string[];
    clock: Clock;
    logger: LoggerService;
    policies: Pick<PolicyRegistry, 'assertFits' | 'refresh'>;
    reader: UrlReaderService;
    store: AddressesStore;
  }): AddressesRefresh {
    return new AddressesRefresh(options);
  }

  private constructor(options: Parameters<typeof AddressesRefresh.create>[0]) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { addresses, clock, logger, policies, store } = this.#options;
    for (const copy of await store.list(addresses)) {
      if (signal?.aborted) {
        return;
      }
      const now = await clock.now();
      try {
        await this.#read(copy, now);
      } catch (error) {
        const message = messageOf(error);
        if (await store.fail(copy.address, message, now)) {
          logger.error(
            `${copy.address} stays what it was, because it cannot be read anew: ${message}`,
          );
        }
      }
    }
    await policies.refresh(await clock.now());
  }

  /** Those that cannot be read at the moment. */
  async problems(): Promise<PolicyProblem[]> {
    const { addresses, store } = this.#options;
    return (await store.list(addresses)).flatMap(({ address, failure }) =>
      failure ? { place: address, ...failure } : [],
    );
  }

  async #read({ address, etag, yaml }: GoodCopy, now: number): Promise<void> {
    const { policies, reader, store } = this.#options;
    const read = await readAddress(reader, address, etag);
    if (!read || read.yaml === yaml) {
      await store.confirm(address, now);
      return;
    }
    policies.assertFits(address, read.yaml);
    await store.keep({ address, ...read }, now);
  }
}
