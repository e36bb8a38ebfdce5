import {
  rightName,
  type DecisionRight,
  type GrantState,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, InputError } from '@backstage/errors';

const DAY = 86_400_000;
/** So long before its end a grant may be renewed, in milliseconds. */
const RENEWABLE = 14 * DAY;

/**
 * What is wanted. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface WantedGrant {
  right: DecisionRight;
  /** When it would begin at the earliest. */
  from: number;
  expiresAt: number;
  isTrial: boolean;
  /** Today, in the area. */
  recommended: DecisionRight;
}

/**
 * Whether a grant may be as it is wanted. One that lifts a right ends before long; one that lowers it has a review
 * within the year that records count.
 *
 * @throws InputError that names the field
 * @internal
 */
export function assertGrantable(
  { expiresAt, from, isTrial, recommended, right }: WantedGrant,
  policy: Policy,
): void {
  if (right === recommended) {
    throw new InputError(
      `Invalid right: expected another one than what is recommended, found ${right} (${rightName(
        right,
      )}), which the entity has without a grant`,
    );
  }
  const lifts = right > recommended;
  if (isTrial && !lifts) {
    throw new InputError(
      `Invalid trial: expected none, because ${right} (${rightName(
        right,
      )}) is less than what is recommended, and a trial lifts a right`,
    );
  }
  const longest = lifts ? policy.grants.maxDuration : policy.trust.window;
  if (expiresAt <= from || expiresAt > from + longest) {
    throw new InputError(
      `Invalid expiresAt: expected an instant after ${instant(
        from,
      )} and at most ${Math.floor(longest / DAY)} days later, found ${instant(
        expiresAt,
      )}`,
    );
  }
}

/**
 * What decides whether a grant may be renewed. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface RenewableGrant {
  id: string;
  state: GrantState;
  endsAt: number;
  renewals: number;
  renewedBy?: string;
  /** Whether its right is above what is recommended. */
  lifts: boolean;
}

/**
 * Why a grant cannot be renewed now; undefined where it can.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function renewalRefusal(
  { endsAt, id, lifts, renewals, renewedBy, state }: RenewableGrant,
  { grants }: Pick<Policy, 'grants'>,
  now: number,
): string | undefined {
  if (state !== 'in-force') {
    return `Grant ${id} cannot be renewed: it is ${state}`;
  }
  if (renewedBy !== undefined) {
    return `Grant ${id} is renewed already, or about to be: by ${renewedBy}`;
  }
  if (lifts && renewals >= grants.renewals) {
    return `Grant ${id} cannot be renewed again: one that lifts a right is renewed ${grants.renewals} times at the most`;
  }
  return endsAt > now + RENEWABLE
    ? `Grant ${id} ends at ${instant(endsAt)}; it can be renewed from ${
        RENEWABLE / DAY
      } days before`
    : undefined;
}

/**
 * @throws ConflictError as {@link renewalRefusal}
 * @internal
 */
export function assertRenewable(
  ...args: Parameters<typeof renewalRefusal>
): void {
  const refusal = renewalRefusal(...args);
  if (refusal !== undefined) {
    throw new ConflictError(refusal);
  }
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
