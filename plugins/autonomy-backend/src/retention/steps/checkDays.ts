import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  day: string;
  domain_ref: string;
  role: string;
  check_id: string;
  applies: number;
}

/**
 * How checks fared on days that are long gone.
 *
 * @internal
 */
export function checkDays({ rollUps }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'check-days',
    table: 'check_days',
    key: ['day', 'domain_ref', 'role', 'check_id'],
    version: 'applies',
    before: now =>
      new Date(now - rollUps).toISOString().slice(0, 'YYYY-MM-DD'.length),
    selectSpent: (_, rows) => rows,
  });
}
