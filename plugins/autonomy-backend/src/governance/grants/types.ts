import type {
  GrantState,
  RecordedGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * A grant as it is stored, with what has become of it. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface ListedGrant extends Omit<RecordedGrant, 'may'> {
  /** How many came before it, one after the other. */
  renewals: number;
  /** When it is over as things stand. */
  endsAt: number;
}

/**
 * Which grants are wanted; different filters must all hold.
 *
 * @internal
 */
export interface GrantsFilter {
  /** Entity refs. */
  entity?: string[];
  /** Group refs. */
  board?: string[];
  state?: GrantState[];
}

/**
 * What is proposed. Instants are UTC milliseconds.
 *
 * @internal
 */
export type NewGrantRow = Pick<
  ListedGrant,
  | 'area'
  | 'auditId'
  | 'boardRef'
  | 'entityRef'
  | 'expiresAt'
  | 'id'
  | 'openedAt'
  | 'openedBy'
  | 'reason'
  | 'recommended'
  | 'renewalOf'
  | 'renewals'
  | 'right'
  | 'trial'
>;
