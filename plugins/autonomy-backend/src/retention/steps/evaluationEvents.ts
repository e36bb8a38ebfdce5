import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  at: number | string;
  id: string;
}

/**
 * What changed before the window of history began.
 *
 * @internal
 */
export function evaluationEvents({ history }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'evaluation-events',
    table: 'evaluation_events',
    key: ['at', 'id'],
    numericKey: ['at'],
    // An event is never changed.
    version: 'id',
    before: now => now - history,
    selectSpent: (_, rows) => rows,
  });
}
