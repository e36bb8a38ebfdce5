import type {
  DailyFigures,
  EntitiesSummary,
  SummarizeEntitiesRequest,
  SummaryFigures,
  SummaryGroup,
  SummaryGrouping,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mapValues } from 'lodash';
import { toFigures } from '../../../history';
import type { ReadScopes } from '../ReadScopes';
import { BAND_COLUMNS } from './figureColumns';
import type { SummaryContext } from './SummaryContext';
import type { SummaryQueries, SummaryRow } from './SummaryQueries';
import type { SummaryReader } from './SummaryReader';

const DEFAULT_LIMIT = 100;

/**
 * @internal
 */
export interface SummaryReaderOptions {
  context: SummaryContext;
  queries: SummaryQueries;
  scopes: ReadScopes;
}

/**
 * Counts for each reader what both permissions let them see. Where only the catalog can tell what that is,
 * nothing is counted.
 *
 * @internal
 */
export class AuthorizedSummaryReader implements SummaryReader {
  readonly #options: SummaryReaderOptions;

  static create(options: SummaryReaderOptions): SummaryReader {
    return new AuthorizedSummaryReader(options);
  }

  private constructor(options: SummaryReaderOptions) {
    this.#options = options;
  }

  async summarize(
    request: SummarizeEntitiesRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<EntitiesSummary> {
    const { groupBy, limit = DEFAULT_LIMIT, ...filter } = request;
    const { context, queries, scopes } = this.#options;
    const { isEverything, readable, visible } = await scopes.of(credentials);
    if (readable) {
      return { groupBy, isWithheld: true, groups: [], trend: 'withheld' };
    }
    const isFiltered = Object.values(filter).some(value => value !== undefined);
    const rows = await queries.read({ ...filter, visible }, groupBy, limit);
    const keys = rows.groups.map(({ group_key: key }) => key);
    const [titles, before] = await Promise.all([
      // The title of a group is a word of the catalog about another entity.
      isEverything ? context.titlesOf(keys) : new Map<string, string>(),
      isEverything && !isFiltered
        ? context.figuresBefore(groupBy, keys)
        : undefined,
    ]);
    return {
      groupBy,
      isWithheld: false,
      groups: rows.groups.map(row => ({
        ...keyOf(groupBy, row),
        title: titles.get(String(row.group_key)),
        ...figuresOf(row, before?.groups.get(String(row.group_key ?? ''))),
      })),
      totalGroups: rows.totalGroups,
      totals: figuresOf(rows.totals, before?.organisation),
      trend: trendOf(isEverything, before !== undefined),
    };
  }
}

function trendOf(
  isEverything: boolean,
  isKnown: boolean,
): EntitiesSummary['trend'] {
  if (!isEverything) {
    return 'withheld';
  }
  return isKnown ? 'shown' : 'none';
}

function keyOf(
  groupBy: SummaryGrouping,
  { group_key: key }: SummaryRow,
): Pick<SummaryGroup, 'ref' | 'value'> {
  if (groupBy === 'tier' || groupBy === 'level') {
    return { value: Number(key) as SummaryGroup['value'] };
  }
  return { ref: key === null ? undefined : String(key) };
}

function figuresOf(
  row: SummaryRow,
  before: DailyFigures | undefined,
): SummaryFigures {
  return {
    ...toFigures(row),
    bands: mapValues(BAND_COLUMNS, column => Number(row[column])),
    before,
  };
}
