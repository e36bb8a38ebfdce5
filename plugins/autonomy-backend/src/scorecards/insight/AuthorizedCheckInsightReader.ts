import {
  autonomyPolicyReadPermission,
  type CheckInsights,
  type CheckInsightsRequest,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Clock } from '../../database';
import type { ReadScopes } from '../../evaluation/reading';
import { dayOf, daysBefore } from '../../history';
import { requirePermission } from '../../permissions';
import { checkKey } from './CheckCounts';
import type { CheckCountsQueries } from './CheckCountsQueries';
import type { CheckDaysQueries } from './CheckDaysQueries';
import type { CheckInsightReader } from './CheckInsightReader';
import { checksInForce } from './checksInForce';
import { toInsight } from './toInsight';

/** Today is one of them. */
const TREND_DAYS = 90;

/**
 * @internal
 */
export interface CheckInsightReaderOptions {
  clock: Clock;
  counts: CheckCountsQueries;
  days: CheckDaysQueries;
  permissions: PermissionsService;
  policy: CompiledPolicy;
  scopes: ReadScopes;
}

/**
 * Counts for each reader the entities that both permissions let them see, if they may see the policy. What was counted
 * on former days cannot be taken apart again: it is for those who may read every entity.
 *
 * @internal
 */
export class AuthorizedCheckInsightReader implements CheckInsightReader {
  readonly #options: CheckInsightReaderOptions;

  static create(options: CheckInsightReaderOptions): CheckInsightReader {
    return new AuthorizedCheckInsightReader(options);
  }

  private constructor(options: CheckInsightReaderOptions) {
    this.#options = options;
  }

  async read(
    request: CheckInsightsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<CheckInsights> {
    const { clock, counts, permissions, policy, scopes } = this.#options;
    await requirePermission(
      permissions,
      autonomyPolicyReadPermission,
      credentials,
    );
    const scope = await scopes.of(credentials);
    if (scope.readable) {
      return { isWithheld: true, entities: 0, items: [] };
    }
    const { domain, owner } = request;
    const filter = { domain, owner, visible: scope.visible };
    const now = await clock.now();
    const { maxDuration } = policy.policy.exemptions;
    const [tally, exemptions, days] = await Promise.all([
      counts.read(filter),
      counts.exemptions(filter, { maxDuration, now }),
      this.#days(request, { isEverything: scope.isEverything, now }),
    ]);
    const { entities } = tally;
    const items = checksInForce(policy)
      .filter(check => isWanted(check, request))
      .map(check => {
        const key = checkKey(check.role, check.id);
        return toInsight(check, {
          counts: tally.counts.get(key),
          days: days?.get(key),
          entities,
          exemptions: exemptions.get(check.id),
        });
      });
    return { isWithheld: false, entities, items };
  }

  /** Days are counted for the organisation and its domains, and not for owners. */
  async #days(
    { domain, owner }: CheckInsightsRequest,
    { isEverything, now }: { isEverything: boolean; now: number },
  ) {
    if (!isEverything || owner) {
      return undefined;
    }
    return this.#options.days.read({
      domains: domain,
      first: dayOf(daysBefore(now, TREND_DAYS - 1)),
    });
  }
}

function isWanted(
  check: { role: string; scorecard: string },
  { role, scorecard }: CheckInsightsRequest,
): boolean {
  return (
    (role === undefined || check.role === role) &&
    (scorecard === undefined || check.scorecard === scorecard)
  );
}
