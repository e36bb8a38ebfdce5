import type {
  PolicyChange,
  PolicyDocumentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { NewVersion, VersionEntry } from './VersionRow';

/**
 * A publication with what it says.
 *
 * @internal
 */
export interface VersionText extends VersionEntry {
  yaml?: string;
  changes: PolicyChange[];
}

/**
 * A publication that counts, or will.
 *
 * @internal
 */
export type StandingVersion = Pick<
  VersionText,
  'action' | 'effectiveFrom' | 'kind' | 'name' | 'number' | 'restores' | 'yaml'
>;

/**
 * What was ever published here.
 *
 * @internal
 */
export interface PolicyVersionsStore {
  /** The newest first; of one document where it is told. */
  list(key?: PolicyDocumentKey): Promise<VersionEntry[]>;
  get(number: number): Promise<VersionText | undefined>;
  /** Those in force at an instant, and those that are scheduled then; in the order of their numbers. */
  standing(now: number): Promise<StandingVersion[]>;
  /** Cheap, and another one whenever other versions are in force at an instant than at the one before. */
  revision(now: number): Promise<string>;
  /** Those checks whose first publication counts by then. */
  publishedChecks(now: number): Promise<Record<string, number>>;
  /** One after the other, whoever publishes at the same moment; only what is given may be asked in it. */
  exclusively<T>(
    work: (store: PolicyVersionsWriter, trx: Knex.Transaction) => Promise<T>,
  ): Promise<T>;
}

/**
 * Publications, for whoever is the only one to publish at the moment.
 *
 * @internal
 */
export interface PolicyVersionsWriter
  extends Pick<PolicyVersionsStore, 'get' | 'list' | 'standing'> {
  append(version: NewVersion): Promise<VersionEntry>;
  withdraw(
    number: number,
    withdrawn: { by: string; at: number; note: string },
  ): Promise<void>;
  /** Remembers when checks were first published; those that are known stay as they are. */
  addChecks(checkIds: readonly string[], publishedAt: number): Promise<void>;
  /** Forgets checks that were to be published for the first time at an instant. */
  forgetChecks(checkIds: readonly string[], publishedAt: number): Promise<void>;
}
