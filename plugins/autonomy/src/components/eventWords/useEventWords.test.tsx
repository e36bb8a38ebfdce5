import type {
  EvaluationEvent,
  EventReason,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { FakeAutonomyApi } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useCauseWords } from './useCauseWords';
import { useEventWords } from './useEventWords';

const AT = Date.UTC(2026, 2, 1, 12);

const TITLES: Record<string, string> = { 'two-reviewers': 'Two reviewers' };

function Words({ event }: { event: EvaluationEvent }) {
  const { title, detail, tone } = useEventWords(id => TITLES[id])(event);
  const cause = useCauseWords()(event.cause);
  return (
    <output>{[title, detail, tone, cause].filter(Boolean).join(' | ')}</output>
  );
}

type Told<E> = E extends EvaluationEvent
  ? Omit<E, 'at' | 'cause' | 'reasons'> & { reasons?: EventReason[] }
  : never;

const CASES: [what: Told<EvaluationEvent>, words: string][] = [
  [
    { kind: 'level-promoted', from: 1, to: 2 },
    'Rose from level 1 to level 2 | good | new evidence',
  ],
  [
    {
      kind: 'level-demoted',
      from: 3,
      to: 2,
      reasons: [
        { kind: 'check', ref: 'docs' },
        { kind: 'trust', ref: 'deployment' },
      ],
    },
    'Fell from level 3 to level 2 | Not met: “docs” and trust in Deployment. | bad | new evidence',
  ],
  [
    {
      kind: 'level-at-risk',
      level: 3,
      fallsAt: AT,
      reasons: [{ kind: 'readiness' }],
    },
    'Level 3 is at risk | Not met: readiness. It falls on Mar 1, 2026 unless that is met again. | attention | new evidence',
  ],
  [
    { kind: 'level-recovered', level: 3 },
    'Level 3 is safe again | good | new evidence',
  ],
  [
    { kind: 'proposal-opened', level: 3 },
    'Promotion to level 3 waits for the board | neutral | new evidence',
  ],
  [
    { kind: 'proposal-lapsed', level: 3 },
    'Proposal for level 3 lapsed | neutral | new evidence',
  ],
  [
    { kind: 'proposal-rejected', level: 3 },
    'Promotion to level 3 rejected by the board | attention | new evidence',
  ],
  [
    {
      kind: 'guardrail-changed',
      checkId: 'two-reviewers',
      from: 'at-risk',
      to: 'breached',
    },
    'Guardrail “Two reviewers”: breached | Before: at risk. | bad | new evidence',
  ],
  [
    { kind: 'guardrail-changed', checkId: 'budget', from: 'ok' },
    'Guardrail “budget”: does not apply | Before: holds. | neutral | new evidence',
  ],
  [
    { kind: 'readiness-changed', from: 'focus', to: 'minor-gaps' },
    'Readiness: minor gaps | Before: needs focus. | good | new evidence',
  ],
  [
    { kind: 'readiness-changed', to: 'ready' },
    'Readiness: ready | Before: not rated. | neutral | new evidence',
  ],
  [
    {
      kind: 'right-changed',
      area: 'deployment',
      from: 4,
      to: 3,
      reasons: [{ kind: 'guardrail', ref: 'two-reviewers' }, { kind: 'plan' }],
    },
    'Deployment: peer review | Before: inform. Decided by the guardrail “Two reviewers” and a plan. | attention | new evidence',
  ],
  [
    { kind: 'plan-ended', planId: 'P-1', outcome: 'completed' },
    'Plan P-1 completed | good | new evidence',
  ],
  [
    { kind: 'plan-ended', planId: 'P-1', outcome: 'lapsed' },
    'Plan P-1 lapsed | attention | new evidence',
  ],
];

describe('useEventWords', () => {
  it.each(CASES)('%j', async (what, words) => {
    const event = {
      at: AT,
      cause: 'evidence',
      reasons: [],
      ...what,
    } as EvaluationEvent;
    renderInTestApp(<Words event={event} />, {
      apis: [[autonomyApiRef, new FakeAutonomyApi()]],
    });

    expect(await screen.findByText(words)).toBeVisible();
  });
});
