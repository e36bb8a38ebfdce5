import type {
  Trends,
  TrendsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { Clock } from '../database';
import type { ReadScopes } from '../evaluation/reading';
import type { DailyFiguresQueries } from './DailyFiguresQueries';
import { dayOf, daysBefore } from './days';
import { periodOf } from './periodOf';
import type { TrendsReader } from './TrendsReader';

const DEFAULT_DAYS = 90;
/** Three years, as long as figures are kept. */
const MOST_DAYS = 1_096;

/**
 * @internal
 */
export interface TrendsReaderOptions {
  clock: Clock;
  days: DailyFiguresQueries;
  scopes: ReadScopes;
}

/**
 * Tells those who may read every entity: what was counted cannot be taken apart again.
 *
 * @internal
 */
export class AuthorizedTrendsReader implements TrendsReader {
  readonly #options: TrendsReaderOptions;

  static create(options: TrendsReaderOptions): TrendsReader {
    return new AuthorizedTrendsReader(options);
  }

  private constructor(options: TrendsReaderOptions) {
    this.#options = options;
  }

  async read(
    request: TrendsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Trends> {
    const { clock, days, scopes } = this.#options;
    const { isEverything } = await scopes.of(credentials);
    if (!isEverything) {
      throw new NotAllowedError(
        'Trends are for those who may read every entity, because they count every one',
      );
    }
    const { kind, ref } = request;
    if (kind === 'organisation' && ref !== undefined) {
      throw new InputError(
        `Invalid ref: expected none for the organisation, found ${JSON.stringify(
          ref,
        )}`,
      );
    }
    const now = await clock.now();
    const { from, to } = periodOf(request, { days: DEFAULT_DAYS, now });
    if (from < daysBefore(to, MOST_DAYS)) {
      throw new InputError(
        `Invalid from: expected at most ${MOST_DAYS} days before to, found ${dayOf(
          from,
        )}`,
      );
    }
    return {
      kind,
      ref,
      days: await days.series(
        { kind, ref: ref ?? '' },
        { first: dayOf(from), last: dayOf(to) },
      ),
    };
  }
}
