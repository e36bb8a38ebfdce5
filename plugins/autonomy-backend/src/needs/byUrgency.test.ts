import type { Need } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { byUrgency } from './byUrgency';

const NOW = 1_000;
const need = (kind: Need['kind'], dueAt?: number): Need => ({
  kind,
  as: 'owner',
  entity: { entityRef: 'component:default/a', name: 'a' },
  dueAt,
});

it('has first what is overdue or in effect, then what ends, then the rest', () => {
  const sorted = [
    need('guardrail-breached'),
    need('incident-review', 900),
    need('exemption-expiring', 1_000),
    need('deployment-review', 1_001),
    need('level-at-risk', 1_002),
    need('guardrail-at-risk'),
    need('next-level'),
    need('exemption-undecided'),
  ];
  const order = ({ dueAt, kind }: Need) => `${kind} ${dueAt}`;
  expect(byUrgency([...sorted].reverse(), NOW).map(order)).toEqual([
    'incident-review 900',
    'exemption-expiring 1000',
    'guardrail-breached undefined',
    'deployment-review 1001',
    'level-at-risk 1002',
    'guardrail-at-risk undefined',
    'next-level undefined',
    'exemption-undecided undefined',
  ]);
});
