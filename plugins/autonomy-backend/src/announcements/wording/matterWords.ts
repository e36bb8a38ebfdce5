import {
  rightName,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { instant, list } from './phrases';
import { plainText } from './plainText';

const LONGEST_TITLE = 100;

const CHANGES = {
  lift: 'lifting of',
  extend: 'extension of',
  complete: 'completion of',
};

/**
 * What a proposal is about, as a phrase that goes on from the name of its entity.
 *
 * @internal
 */
export function matterWords(content: ProposalContent): string {
  switch (content.matter) {
    case 'promotion':
      return `promotion from level ${content.from} to level ${content.to}`;
    case 'placement':
      return `move to a laxer ${list(content.moves)}`;
    case 'tier-review':
      return `declared tier ${content.declared}, computed tier ${content.computed}`;
    case 'incident':
      return `change of ${content.field} of the incident ${quoted(
        content.title,
      )} to ${plainText(content.to, LONGEST_TITLE)}`;
    case 'bypass':
      return `${
        content.wanted === 'clear' ? 'clearing' : 'renewal'
      } of the bypass ${quoted(content.title)}`;
    case 'cross-domain':
      return quoted(content.title);
    case 'exemption':
      return `exemption from ${quoted(content.title)} until ${instant(
        content.expiresAt,
      )}`;
    case 'grant':
      return `${content.trial ? 'trial grant' : 'grant'} of ${rightName(
        content.right,
      )} in ${content.area} until ${instant(content.expiresAt)}`;
    case 'plan':
      return `recalibration plan ${quoted(content.title)}`;
    case 'plan-change':
      return `${CHANGES[content.change]} the plan ${quoted(content.title)}`;
    default:
      throw new Error(`Unknown matter of ${JSON.stringify(content)}`);
  }
}

function quoted(text: string): string {
  return `“${plainText(text, LONGEST_TITLE)}”`;
}
