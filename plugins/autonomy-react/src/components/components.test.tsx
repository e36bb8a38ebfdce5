import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createEvaluation, createRight, createTrust } from '../testUtils';
import { GuardrailStatusChip } from './GuardrailStatusChip';
import { LadderBar } from './LadderBar';
import { LevelBadge } from './LevelBadge';
import { RelativeTime } from './RelativeTime';
import { RightsStrip } from './RightsStrip';

describe('LevelBadge', () => {
  it('says number and name', async () => {
    renderInTestApp(<LevelBadge level={2} title="Low-risk autonomy" />);

    expect(await screen.findByRole('img', { name: 'Level 2' })).toBeVisible();
    expect(screen.getByText('Low-risk autonomy')).toBeVisible();
  });

  it('keeps the name in its label where there is no room', async () => {
    renderInTestApp(<LevelBadge level={2} title="Low-risk autonomy" compact />);

    expect(
      await screen.findByRole('img', { name: 'Level 2: Low-risk autonomy' }),
    ).toBeVisible();
    expect(screen.queryByText('Low-risk autonomy')).not.toBeInTheDocument();
  });
});

describe('LadderBar', () => {
  it('has a name that says what it draws', async () => {
    renderInTestApp(<LadderBar level={3} count={4} />);

    expect(
      await screen.findByRole('img', { name: 'Level 3 of 4' }),
    ).toBeVisible();
  });
});

describe('GuardrailStatusChip', () => {
  it.each([
    ['ok', 12, 'all hold'],
    ['exempt', 1, '1 exempt'],
    ['at-risk', 2, '2 at risk'],
    ['breached', 3, '3 breached'],
    ['unknown', undefined, 'unknown'],
    ['none', undefined, 'no guardrails'],
  ] as const)('says %s in words', async (status, count, words) => {
    renderInTestApp(<GuardrailStatusChip status={status} count={count} />);

    expect(await screen.findByText(words)).toBeVisible();
  });
});

describe('RelativeTime', () => {
  it('gives the exact time to machines', async () => {
    renderInTestApp(<RelativeTime instant={Date.now() - 7_200_000} />);

    expect(await screen.findByText('2 hours ago')).toHaveAttribute('datetime');
  });
});

describe('RightsStrip', () => {
  const { rights, trust } = createEvaluation();

  it('says right and limit of every area in words', async () => {
    renderInTestApp(<RightsStrip rights={rights} trust={trust} />);

    const list = await screen.findByRole('list', {
      name: 'Decision rights by area',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(row => row.textContent),
    ).toEqual(
      expect.arrayContaining([
        'Toolingdecide',
        'Operationsinformlevel 3',
        'Deploymentpeer reviewtrust 0.39 of 0.75 · 2 incidents',
        'Data accessconsultguardrail: Two reviewers on data exports',
      ]),
    );
  });

  it('names every cap that binds', async () => {
    const right = createRight({
      area: 'x',
      title: 'X',
      caps: [
        { kind: 'level', right: 2, hard: false, actual: 1 },
        { kind: 'accountability', right: 2, hard: true, actual: 0.39 },
        { kind: 'plan', right: 2, hard: true, ref: 'plan-7' },
        { kind: 'bypass', right: 2, hard: true, title: 'Gate skipped' },
        { kind: 'trust', right: 3, hard: false, actual: 0.5, need: 1 },
      ],
    });
    renderInTestApp(<RightsStrip rights={[right]} />);

    expect(
      await screen.findByText(
        'level 1 · accountability 0.39 · plan: plan-7 · bypass: Gate skipped',
      ),
    ).toBeVisible();
  });

  it.each([
    [{}, 'granted until Jan 10, 2027'],
    [{ failed: true }, 'trial failed · level 2'],
  ])('says which grant decides: %p', async (grant, words) => {
    const right = createRight({
      area: 'x',
      title: 'X',
      effective: 'failed' in grant ? 3 : 4,
      caps: [{ kind: 'level', right: 3, hard: false, actual: 2 }],
      grant: {
        id: 'g',
        right: 4,
        reason: 'r',
        expiresAt: Date.UTC(2027, 0, 10, 12),
        ...grant,
      },
    });
    renderInTestApp(<RightsStrip rights={[right]} />);

    expect(await screen.findByText(words)).toBeVisible();
  });

  it('counts only incidents that cost something', async () => {
    const incident = {
      kind: 'incident' as const,
      incidentId: 'a',
      source: 's',
      title: 't',
      severity: 'low' as const,
      consequence: 'low' as const,
      startedAt: 0,
      loss: 0.01,
      ordinal: 1,
      repeatFactor: 1,
      ageFactor: 1,
      learningFactor: 0,
    };
    const account = createTrust({
      area: 'x',
      lines: [
        { kind: 'start', amount: 0.1 },
        { ...incident, amount: 0 },
      ],
    });
    const right = createRight({
      area: 'x',
      title: 'X',
      caps: [{ kind: 'trust', right: 1, hard: false, actual: 0.1, need: 0.75 }],
    });
    renderInTestApp(<RightsStrip rights={[right]} trust={[account]} />);

    expect(await screen.findByText('trust 0.10 of 0.75')).toBeVisible();
  });

  it('asks why by keyboard, with thirty areas of long names', async () => {
    const user = userEvent.setup();
    const onSelect = jest.fn();
    const many = Array.from({ length: 30 }, (_, index) =>
      createRight({
        area: `area-${index}`,
        title: `${index}-${'x'.repeat(60)}`,
        caps: [{ kind: 'level', right: 3, hard: false, actual: 2 }],
      }),
    );
    renderInTestApp(<RightsStrip rights={many} onSelect={onSelect} />);

    expect(await screen.findAllByRole('button')).toHaveLength(30);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledWith('area-0');
  });
});
