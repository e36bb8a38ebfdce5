import type {
  EntitySnapshot,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Notice } from '../notices/Notice';
import { CATEGORIES, type Category } from './categories';
import { matterWords } from './matterWords';
import { LONGEST_TITLE, nameOf, scopeOf } from './noticeParts';
import { plainText } from './plainText';

const LONGEST_REASON = 600;

/**
 * A proposal as far as people are told of it.
 *
 * @internal
 */
export interface ToldProposal {
  id: string;
  boardRef: string;
  content: ProposalContent;
  openedBy?: string;
  reason?: string;
}

/** What became of it. @internal */
export type ToldOutcome = 'approved' | 'rejected' | 'lapsed';

const CATEGORY_OF: Record<ToldOutcome, Category> = {
  approved: 'matter-approved',
  rejected: 'matter-rejected',
  lapsed: 'matter-lapsed',
};

/**
 * What the board is told of something to decide.
 *
 * @internal
 */
export function openedNotice(
  proposal: ToldProposal,
  entity: EntitySnapshot,
): Notice {
  const reason = plainText(proposal.reason ?? '', LONGEST_REASON);
  const isExemption = proposal.content.matter === 'exemption';
  return noticeOf(proposal, entity, {
    recipientRef: proposal.boardRef,
    category: isExemption ? 'exemption-requested' : 'matter-opened',
    words: 'to decide',
    description: `${
      reason && `The reason given: ${reason} `
    }It waits for a decision of the board.`,
  });
}

/**
 * What those who wait for it are told of what became of it.
 *
 * @param reason - what the deciding vote said
 * @internal
 */
export function decidedNotices(
  proposal: ToldProposal,
  outcome: ToldOutcome,
  reason: string | undefined,
  entity: EntitySnapshot,
): Notice[] {
  const { openedBy } = proposal;
  const recipients = new Set(
    [entity.ownerRef, openedBy].flatMap(ref => ref ?? []),
  );
  const said = plainText(reason ?? '', LONGEST_REASON);
  return [...recipients].map(recipientRef =>
    noticeOf(proposal, entity, {
      recipientRef,
      category: CATEGORY_OF[outcome],
      words: outcome,
      description:
        outcome === 'lapsed'
          ? `Nobody decided in time${said && `: ${said}`}.`
          : `The board ${outcome} it${said && `: ${said}`}`,
    }),
  );
}

function noticeOf(
  { content, id }: ToldProposal,
  entity: EntitySnapshot,
  told: {
    recipientRef: string;
    category: Category;
    words: string;
    description: string;
  },
): Notice {
  const { severity, topic } = CATEGORIES[told.category];
  const name = nameOf(entity);
  return {
    announcementId: `${id} ${told.words}`,
    recipientRef: told.recipientRef,
    entityRef: entity.entityRef,
    summary: { name, category: told.category, severity, isByPolicy: false },
    payload: {
      title: plainText(
        `${name}: ${matterWords(content)}, ${told.words}`,
        LONGEST_TITLE,
      ),
      description: told.description,
      link: `/autonomy/boards/proposals/${encodeURIComponent(id)}`,
      severity,
      topic,
      scope: scopeOf(`proposal ${id}`, entity.entityRef),
    },
  };
}
