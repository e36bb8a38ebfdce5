import type {
  LevelResult,
  LevelStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createCheck,
  createEvaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { LevelSection } from './LevelSection';

const DAY = 86_400_000;
const now = Date.now();
const { level: story } = createEvaluation();

function withNext(next: Partial<LevelStep>): LevelResult {
  return {
    ...story,
    ladder: story.ladder.map(step =>
      step.level === 4 ? { ...step, ...next } : step,
    ),
  };
}

const held = (days: number) => ({
  met: true,
  requirements: [],
  heldSince: now - days * DAY,
  sustainedAt: now + (90 - days) * DAY,
});

const exempt = createCheck({ id: 'e', title: 'E', state: 'exempt' });
const failing = createCheck({ id: 'f', title: 'F', state: 'fail' });

/** Level 3 is not held, because two of its criteria are open. */
const falling: LevelResult = {
  ...story,
  atRisk: { since: now - 5 * DAY, fallsAt: now + 9 * DAY, fallsTo: 2 },
  ladder: story.ladder.map(step =>
    step.level === 3
      ? {
          ...step,
          heldSince: undefined,
          met: false,
          requirements: [
            { kind: 'check', met: false, check: failing },
            { kind: 'accountability', met: false, minimum: 0.6, actual: 0.5 },
            {
              kind: 'check',
              met: false,
              check: { ...failing, id: 'p' },
              promotionOnly: true,
            },
          ],
        }
      : step,
  ),
};

describe('LevelSection', () => {
  const show = (level: LevelResult) =>
    renderInTestApp(<LevelSection level={level} onHow={jest.fn()} />);

  it.each<[string, LevelResult, string]>([
    [
      'counts what is open and how long it must be held then',
      story,
      'Next: 3 criteria, 1 exemption, and 90 days to level 4',
    ],
    ['counts the days left', withNext(held(56)), 'Next: 34 days to level 4'],
    [
      'asks for what an exemption covers now',
      withNext({ requirements: [{ kind: 'check', met: true, check: exempt }] }),
      'Next: 1 exemption and 90 days to level 4',
    ],
    [
      'says when it is due',
      withNext(held(90)),
      'Next: level 4, held long enough',
    ],
    [
      'waits for the board',
      withNext({
        ...held(95),
        proposal: { level: 4, openedAt: now, state: 'open' },
      }),
      'Next: level 4 waits for the board',
    ],
    [
      'remembers a rejection',
      withNext({
        ...held(95),
        proposal: {
          level: 4,
          openedAt: now,
          state: 'rejected',
          rejectedAt: Date.UTC(2026, 10, 19, 12),
        },
      }),
      'Next: level 4, rejected by the board on Nov 19, 2026',
    ],
    [
      'tells when a rejected proposal opens again',
      withNext({
        ...held(95),
        proposal: {
          level: 4,
          openedAt: now,
          state: 'rejected',
          rejectedAt: Date.UTC(2026, 10, 19, 12),
        },
        reopensAt: Date.UTC(2026, 11, 19, 12),
      }),
      'Next: level 4, proposed to the board again on Dec 19, 2026',
    ],
    [
      'counts what the lower levels lack as well',
      falling,
      'Next: 5 criteria, 1 exemption, and 90 days to level 4',
    ],
    ['stops at the top', { ...story, level: 4 }, 'At the top of the ladder'],
  ])('%s', async (_, level, words) => {
    show(level);

    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says when the level falls, and what would keep it', async () => {
    show(falling);

    expect(
      await screen.findByText(
        'Falls to level 2 in 9 days unless 2 criteria are met again',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^Taken /)).toBeVisible();
    expect(screen.queryByText(/Held since/)).not.toBeInTheDocument();
  });

  it('says when a level that is held again is safe', async () => {
    show({
      ...story,
      atRisk: { since: now - 5 * DAY, recoversAt: now + 2 * DAY },
    });

    expect(
      await screen.findByText('At risk, but held again: safe in 2 days'),
    ).toBeVisible();
    expect(screen.getByText(/^Held since /)).toBeVisible();
  });
});
