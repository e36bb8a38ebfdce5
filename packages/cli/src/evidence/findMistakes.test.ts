import { findMistakes } from './findMistakes';
import { KINDS } from './kinds';

const incident = {
  id: '1',
  source: 'pager',
  entityRef: 'component:default/checkout',
  title: 'Down',
  severity: 'high',
  startedAt: '2026-01-01T00:00:00Z',
};
const fieldsWith = (rest: object) =>
  findMistakes(KINDS.incidents, { ...incident, ...rest }, Date.now()).map(
    ({ field }) => field,
  );

it('knows who may have caused an incident, and who felt it', () => {
  const ref = 'component:default/ledger';
  expect(fieldsWith({ causedBy: ref, affected: [ref] })).toEqual([]);
  expect(fieldsWith({ causedBy: 'external', affected: [] })).toEqual([]);
  expect(fieldsWith({ causedBy: 'ledger', affected: [ref, 'ledger'] })).toEqual(
    ['causedBy', 'affected'],
  );
  expect(fieldsWith({ affected: ref, mergedInto: ' ' })).toEqual([
    'affected',
    'mergedInto',
  ]);
});
