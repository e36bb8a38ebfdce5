/**
 * What is known of an address. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface GoodCopy {
  address: string;
  etag?: string;
  yaml: string;
  /** When it was last read with success, changed or not. */
  readAt: number;
  /** Why it could not be read since. */
  failure?: { since: number; message: string };
}

/**
 * The last good copy of each address that the configuration names, for all replicas.
 *
 * @internal
 */
export interface AddressesStore {
  list(addresses: readonly string[]): Promise<GoodCopy[]>;
  /** Another one whenever the content of any copy is. */
  revision(addresses: readonly string[]): Promise<string>;
  /** @param now - UTC milliseconds */
  keep(
    copy: Pick<GoodCopy, 'address' | 'etag' | 'yaml'>,
    now: number,
  ): Promise<void>;
  /** It was read, and is what it was. */
  confirm(address: string, now: number): Promise<void>;
  /** @returns whether it is news */
  fail(address: string, message: string, now: number): Promise<boolean>;
}
