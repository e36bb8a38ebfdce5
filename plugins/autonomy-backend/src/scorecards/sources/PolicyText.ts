import type { PolicyOrigin } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Some text of the policy and where it comes from.
 *
 * @internal
 */
export interface PolicyText {
  origin: PolicyOrigin;
  /** For messages: a path, an address, or `version 12`; no two texts have the same. */
  place: string;
  /** One or several documents. */
  yaml: string;
}

/**
 * Where texts of the policy come from: what is shipped, files, addresses, what was published here.
 *
 * @internal
 */
export interface PolicySource {
  /**
   * The texts that hold at an instant, in order.
   *
   * @param now - UTC milliseconds
   * @throws InputError that names what cannot be read
   */
  read(now: number): Promise<PolicyText[]>;
  /** Cheap, and another one whenever {@link PolicySource.read} would say something else. */
  revision(now: number): Promise<string>;
  /** When checks were first published here, by id, in UTC milliseconds; those that are by then. */
  readPublished?(now: number): Promise<Record<string, number>>;
}
