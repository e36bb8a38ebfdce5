import type {
  Proposal,
  ProposalPowers,
  ProposalVote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** What a member of the board may do with an open proposal, unless told otherwise. @public */
export function createProposalPowers(
  overrides: Partial<ProposalPowers> = {},
): ProposalPowers {
  return { vote: true, withdraw: false, appeal: false, ...overrides };
}

/** An approval by a member of the board. @public */
export function createProposalVote(
  overrides: Partial<ProposalVote> = {},
): ProposalVote {
  return {
    voterRef: 'user:default/bo',
    vote: 'approve',
    comment: 'The record of the last quarter speaks for it.',
    castAt: Date.now() - DAY,
    ...overrides,
  };
}

/**
 * The open promotion of a payments service to level 3, which needs two votes of which one is cast. The tally
 * follows from the votes.
 * @public
 */
export function createProposal(overrides: Partial<Proposal> = {}): Proposal {
  const { state = 'open' } = overrides;
  const openedAt = overrides.openedAt ?? Date.now() - 9 * DAY;
  const votes = overrides.votes ?? [createProposalVote()];
  const countOf = (wanted: ProposalVote['vote']) =>
    votes.filter(({ vote }) => vote === wanted).length;
  const content = overrides.content ?? { matter: 'promotion', from: 2, to: 3 };
  return {
    id: 'P-1',
    matter: content.matter,
    entityRef: 'component:default/payments-api',
    entityTitle: 'Payments API',
    domainRef: 'domain:default/payments',
    boardRef: 'group:default/payments-board',
    content,
    state,
    openedAt,
    ...(state !== 'open' && { decidedAt: openedAt + 2 * DAY }),
    evidence: [
      {
        kind: 'readiness',
        title: 'Readiness',
        value: 81.3,
        bound: 65,
        met: true,
      },
      {
        kind: 'trust',
        ref: 'deployment',
        title: 'Trust in Deployment',
        value: 0.78,
        bound: 0.75,
        met: true,
      },
    ],
    may: createProposalPowers({ vote: state === 'open' }),
    ...overrides,
    votes,
    tally: {
      quorum: 2,
      approval: 'majority',
      ...overrides.tally,
      approvals: countOf('approve'),
      rejections: countOf('reject'),
    },
  };
}
