import type { AutonomyBoardProposalEventPayload } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What is to be told of something that a board decides; it goes to plugins alone.
 *
 * @internal
 */
export type ProposalNews = Omit<AutonomyBoardProposalEventPayload, 'version'>;

/**
 * @internal
 */
export interface ProposalAnnouncement {
  id: string;
  proposal: ProposalNews;
}
