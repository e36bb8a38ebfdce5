import type {
  BoardFinding,
  Matter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** @internal */
export const MATTER_WORDS: Record<Matter, string> = {
  promotion: 'Promotion',
  placement: 'Move to a laxer tier, domain or owner',
  'tier-review': 'Tier review',
  incident: 'Dispute about an incident',
  bypass: 'Bypass',
  'cross-domain': 'Cross-domain matter',
  exemption: 'Exemption',
  grant: 'Grant',
  plan: 'Recalibration plan',
  'plan-change': 'Change of a plan',
};

/** @internal */
export const FINDING_WORDS: Record<BoardFinding['kind'], string> = {
  'plan-lapsed': 'A plan ended undecided',
  'audit-lapsed': 'A trust audit was never finished',
  'proposal-lapsed': 'A proposal ended undecided',
  'debt-exceeded': 'More is exempt than the policy allows',
  'objective-missing': 'A domain has no objective',
  'objective-overdue': 'An objective is due for review',
};

/** `2026-11-22`, of UTC. @internal */
export function day(instant: number | undefined): string {
  return instant === undefined
    ? ''
    : new Date(instant).toISOString().slice(0, 10);
}

/** `12.5 %` @internal */
export function percent(share: number | undefined): string {
  return share === undefined ? '' : `${Math.round(share * 1_000) / 10} %`;
}
