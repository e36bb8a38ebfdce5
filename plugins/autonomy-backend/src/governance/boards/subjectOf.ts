import type {
  Policy,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What a proposal is about, in a few words.
 *
 * @internal
 */
export function subjectOf(
  content: ProposalContent,
  { areas }: Pick<Policy, 'areas'>,
): string {
  switch (content.matter) {
    case 'promotion':
      return `Level ${content.from} to ${content.to}`;
    case 'placement':
      return `Move of ${content.moves.join(' and ')}`;
    case 'tier-review':
      return `Tier ${content.declared} declared, ${content.computed} computed`;
    case 'incident':
      return `${content.title}: ${content.field} to ${content.to}`;
    case 'bypass':
      return `${content.title}: ${content.wanted} the bypass`;
    case 'grant': {
      const area = areas.find(({ id }) => id === content.area);
      return `${area?.title ?? content.area}: right ${
        content.right
      } instead of ${content.recommended}`;
    }
    case 'plan-change':
      return `${content.title}: ${content.change}`;
    case 'cross-domain':
    case 'exemption':
    case 'plan':
      return content.title;
    default:
      // What a later version opened.
      return (content as { matter: string }).matter;
  }
}
