import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, NOW } from '../../__fixtures__/scenario';
import type {
  Actor,
  DecisionRight,
  Evaluation,
  RightResult,
} from '../../model';
import { mayI, UNKNOWN_ENTITY } from '.';

const { policy } = defaultPolicy();
const BOARD = 'group:default/commerce-board';

function rightIn(
  area: string,
  effective: DecisionRight,
  more: Partial<RightResult> = {},
): RightResult {
  const defined = policy.areas.find(({ id }) => id === area)!;
  return {
    area,
    title: defined.title,
    consequence: defined.consequence,
    ownedBy: defined.ownedBy,
    recommended: effective,
    effective,
    caps: [
      { kind: 'level', right: effective, hard: false },
      { kind: 'trust', right: 5, hard: false },
    ],
    ...more,
  };
}

function evaluation(
  rights: RightResult[],
  more: Partial<Evaluation> = {},
): Evaluation {
  return {
    entity: { entityRef: 'component:default/shop', boardRef: BOARD },
    evaluatedAt: NOW - DAY,
    policyVersion: 'v7',
    guardrails: { guardrails: [] },
    rights,
    ...more,
  } as unknown as Evaluation;
}

function ask(
  right: RightResult,
  actor: Actor = 'human',
  more: Partial<Evaluation> = {},
) {
  const query = { area: right.area, actor };
  return mayI(query, evaluation([right], more), policy, NOW);
}

describe('mayI', () => {
  it.each<[DecisionRight, string, boolean, string[]]>([
    [1, 'approval', false, ['record-outcome']],
    [2, 'consult', false, ['record-outcome']],
    [3, 'peer-review', true, ['peer-review', 'record-outcome']],
    [4, 'inform', true, ['review', 'record-outcome']],
    [5, 'decide', true, []],
  ])('answers a human at right %i: %s', (right, outcome, decision, owed) => {
    const answer = ask(rightIn('deployment', right));
    expect(answer).toMatchObject({ right, outcome, decision, enforced: true });
    expect(answer.obligations.map(({ kind }) => kind)).toEqual(owed);
  });

  it('says by when', () => {
    expect(ask(rightIn('deployment', 4)).obligations).toEqual([
      { kind: 'review', dueAt: NOW + 5 * DAY },
      { kind: 'record-outcome', dueAt: NOW + 30 * DAY },
    ]);
  });

  it.each<[Actor, string, DecisionRight]>([
    ['human', 'compliance', 5],
    ['automation', 'tooling', 4],
    ['automation', 'compliance', 4],
    ['agent', 'tooling', 4],
    ['agent', 'deployment', 3],
    ['agent', 'security', 2],
    ['agent', 'compliance', 1],
  ])('leaves %s in %s right %i of 5', (actor, area, right) => {
    const answer = ask(rightIn(area, 5), actor);
    expect(answer.right).toBe(right);
    expect(answer.caps).toEqual(
      actor === 'human' ? [] : [{ kind: 'actor', right, actor }],
    );
  });

  it.each(['constructor', '__proto__', 'robot'])(
    'gives an actor that nobody knows no right: %s',
    actor => {
      const asking = () =>
        mayI(
          { area: 'deployment', actor: actor as Actor },
          evaluation([rightIn('deployment', 5)]),
          policy,
          NOW,
        );
      expect(asking).toThrow(
        `actor: unknown actor (expected one of human, automation, agent, found ${actor})`,
      );
    },
  );

  it('asks no outcome of automation', () => {
    expect(ask(rightIn('deployment', 3), 'automation').obligations).toEqual([
      { kind: 'peer-review' },
    ]);
  });

  it('names every cap that binds and no other', () => {
    const right = rightIn('deployment', 3, {
      caps: [
        { kind: 'level', right: 4, hard: false },
        { kind: 'trust', right: 3, hard: false },
        { kind: 'plan', right: 3, hard: true, ref: 'p1' },
      ],
    });
    expect(ask(right, 'agent').caps.map(({ kind }) => kind)).toEqual([
      'trust',
      'plan',
      'actor',
    ]);
  });

  it('names the grant where the grant binds', () => {
    const grant = {
      id: 'g1',
      right: 2,
      reason: 'Freeze',
      expiresAt: NOW + DAY,
    };
    const right = rightIn('deployment', 2, {
      grant: { ...grant, right: 2 },
      caps: [{ kind: 'level', right: 2, hard: false }],
    });
    expect(ask(right).caps).toEqual([
      { kind: 'grant', right: 2, ref: 'g1', title: 'Freeze' },
    ]);
  });

  it('has the board of the area approve', () => {
    expect(ask(rightIn('deployment', 1)).approver).toEqual({
      board: 'domain',
      boardRef: BOARD,
    });
    expect(ask(rightIn('security', 1)).approver).toEqual({ board: 'central' });
    const entity = { entityRef: 'component:default/shop' } as any;
    expect(ask(rightIn('deployment', 1), 'human', { entity }).approver).toEqual(
      { board: 'central' },
    );
  });

  it('shows the guardrails of the area that do not simply hold', () => {
    const item = (id: string, status: string, areas: string[]) => ({
      check: { id, title: `Title of ${id}` },
      status,
      areas,
      effect: 'narrow',
      mandatory: false,
    });
    const guardrails = {
      guardrails: [
        item('holds', 'ok', ['deployment']),
        item('soon', 'at-risk', ['deployment', 'security']),
        item('elsewhere', 'breached', ['security']),
      ],
    } as any;
    expect(
      ask(rightIn('deployment', 3), 'human', { guardrails }).guardrails,
    ).toEqual([
      {
        id: 'soon',
        title: 'Title of soon',
        status: 'at-risk',
        effect: 'narrow',
        mandatory: false,
      },
    ]);
  });

  it('stands for a while, at most until something changes', () => {
    const minutes = (count: number) => NOW + count * 60_000;
    const until = (more: Partial<Evaluation>) =>
      ask(rightIn('deployment', 3), 'human', more).validUntil;
    expect(until({})).toBe(minutes(15));
    expect(until({ nextChangeAt: minutes(20) })).toBe(minutes(15));
    expect(until({ nextChangeAt: minutes(5) })).toBe(minutes(5));
    expect(until({ enforcedFrom: minutes(3) })).toBe(minutes(3));
  });

  it('is advice until rights are enforced', () => {
    const enforcedFrom = NOW + DAY;
    const right = rightIn('deployment', 1);
    expect(ask(right, 'human', { enforcedFrom })).toMatchObject({
      decision: false,
      enforced: false,
      enforcedFrom,
    });
    expect(ask(right, 'human', { enforcedFrom: NOW })).toMatchObject({
      enforced: true,
      enforcedFrom: undefined,
    });
  });

  it('takes the area from the action, and nothing else', () => {
    const rights = [rightIn('deployment', 4), rightIn('security', 2)];
    const asking = (query: { area?: string; action?: string }) =>
      mayI({ ...query, actor: 'human' }, evaluation(rights), policy, NOW);
    expect(asking({ action: 'security:rotate-key' })).toMatchObject({
      area: 'security',
      action: 'security:rotate-key',
      right: 2,
    });
    expect(asking({ action: 'deployment' }).area).toBe('deployment');
    expect(asking({ area: 'deployment', action: 'k8s:apply' })).toMatchObject({
      right: 4,
    });
    expect(() => asking({ area: 'deployment', action: 'security' })).toThrow(
      'action: names another area (expected deployment, found security)',
    );
    expect(() => asking({ area: 'securty' })).toThrow(
      'area: unknown area (expected one of deployment, security, found securty) (did you mean security?)',
    );
    expect(() => asking({ action: 'k8s:apply' })).toThrow('found nothing');
  });

  it('denies unknown entities always alike', () => {
    expect(UNKNOWN_ENTITY).toEqual({
      decision: false,
      reason: 'unknown-entity',
    });
  });
});
