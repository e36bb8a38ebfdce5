import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  day: string;
  kind: string;
  ref: string;
  entities: number;
}

/**
 * How many entities stood where on days that are long gone.
 *
 * @internal
 */
export function dailyRollUps({ rollUps }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'daily-roll-ups',
    table: 'daily_roll_ups',
    key: ['day', 'kind', 'ref'],
    version: 'entities',
    before: now =>
      new Date(now - rollUps).toISOString().slice(0, 'YYYY-MM-DD'.length),
    selectSpent: (_, rows) => rows,
  });
}
