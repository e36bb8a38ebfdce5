import type { JsonObject } from '@backstage/types';
import type { CheckDefinition, Scorecard } from '../../model';

/** How a governance domain makes a check of the base stricter. @public */
export interface CheckTightening
  extends Partial<
    Pick<
      CheckDefinition,
      | 'passAt'
      | 'attestable'
      | 'mandatory'
      | 'effect'
      | 'narrowTo'
      | 'grace'
      | 'consequence'
      | 'required'
      | 'promotionOnly'
    >
  > {
  id: string;
}

/** What a governance domain adds to the policy; it only tightens. Model section 14. @public */
export interface Overlay {
  name: string;
  title: string;
  description?: string;
  /** Entity ref of the domain. */
  domain: string;
  /** Checks of its own; the scorecards are named after it, e.g. `payments.1`. */
  scorecards: Scorecard[];
  /** Checks of the base that are stricter here. */
  checks: CheckTightening[];
  /** Fields of the policy that are stricter here, with durations in milliseconds. */
  policy: JsonObject;
}
