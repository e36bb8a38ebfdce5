import {
  createAuditComparison,
  createAuditRating,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { daysAfter, startOfDay } from '../actions/shared';
import {
  agreementOf,
  draftOfComparison,
  isRight,
  mistakesIn,
  type AgreementDraft,
} from './audit/comparison/agreementDraft';
import { quartersUpTo, readAuditQuery } from './list/auditQuery';

const NOW = new Date(2026, 10, 20, 15).getTime();
const comparison = createAuditComparison(
  createAuditRating({ ratings: { deployment: 5 } }),
  createAuditRating({ ratings: { deployment: 2 } }),
);

function draft(change: Partial<AgreementDraft> = {}): AgreementDraft {
  const begun = draftOfComparison(comparison);
  return {
    ...begun,
    agreed: { ...begun.agreed, deployment: 3 },
    actions: [{ kind: 'other', area: '', title: 'Talk again', dueOn: '' }],
    ...change,
  };
}

describe('an agreement', () => {
  it('takes what both said alike', () => {
    const { agreed } = draftOfComparison(comparison);
    expect(agreed).toMatchObject({ tooling: 3, deployment: undefined });
    expect(mistakesIn(draftOfComparison(comparison), NOW).areas).toEqual([
      'deployment',
    ]);
    expect(isRight(mistakesIn(draft(), NOW))).toBe(true);
  });

  it.each<[string, Partial<AgreementDraft>]>([
    ['no words', { actions: [{ ...draft().actions[0], title: ' ' }] }],
    [
      'a day that was',
      { actions: [{ ...draft().actions[0], dueOn: '2026-11-19' }] },
    ],
    ['no such day', { actions: [{ ...draft().actions[0], dueOn: 'soon' }] }],
    [
      'something due today',
      { actions: [{ ...draft().actions[0], dueOn: '2026-11-20' }] },
    ],
    ['a follow-up within the week', { followUpOn: '2026-11-27' }],
    ['a follow-up in two years', { followUpOn: '2028-11-20' }],
  ])('is not right with %s', (_, change) => {
    expect(isRight(mistakesIn(draft(change), NOW))).toBe(false);
  });

  it('sends days as instants, and leaves out what was left empty', () => {
    const day = daysAfter(NOW, 30);
    const sent = agreementOf(
      draft({
        followUpOn: day,
        actions: [
          {
            kind: 'grant',
            area: 'deployment',
            title: ' Try \n it ',
            dueOn: day,
          },
          { kind: 'other', area: '', title: 'Talk again', dueOn: '' },
        ],
      }),
      'We agree.',
    );
    expect(sent).toMatchObject({
      summary: 'We agree.',
      followUpAt: startOfDay(day),
      actions: [
        {
          kind: 'grant',
          area: 'deployment',
          title: 'Try it',
          dueAt: startOfDay(day),
        },
        { kind: 'other', title: 'Talk again' },
      ],
    });
    expect(Object.keys(sent.actions[1])).toEqual(['kind', 'title']);
  });
});

describe('the address of the list of audits', () => {
  it('keeps what it knows', () => {
    const params = new URLSearchParams(
      'view=teams&view=all&state=agreed&state=x&quarter=2026-Q3&domain=domain:default/a&domain=',
    );
    expect(readAuditQuery(params)).toEqual({
      view: 'teams',
      state: ['agreed'],
      quarter: ['2026-Q3'],
      domain: ['domain:default/a'],
      board: undefined,
      entity: undefined,
    });
  });

  it('offers this quarter and those before it', () => {
    expect(quartersUpTo(Date.UTC(2026, 1, 3), 4)).toEqual([
      '2026-Q1',
      '2025-Q4',
      '2025-Q3',
      '2025-Q2',
    ]);
  });
});
