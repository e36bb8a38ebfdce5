import type { AutonomyLevel } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { StoredProposal } from '../proposals';

/** What a proposal to take a level is about. @internal */
export function subjectOf(level: AutonomyLevel): string {
  return `level-${level}`;
}

/** The level that a promotion leads to. @internal */
export function levelOf({
  content,
  id,
}: Pick<StoredProposal, 'content' | 'id'>): AutonomyLevel {
  if (content.matter !== 'promotion') {
    throw new Error(`Proposal ${id} is about no promotion: ${content.matter}`);
  }
  return content.to;
}
