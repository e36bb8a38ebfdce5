import {
  rightName,
  type CapKind,
  type DecisionRight,
  type ProposalEvidence,
  type RightCap,
  type RightResult,
  type TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const KINDS: Partial<Record<CapKind, string>> = { bypass: 'incident' };

/**
 * What a board sees of a grant: what is recommended and why, what would hold it down all the same, and the record.
 *
 * @internal
 */
export function grantEvidence(
  wanted: DecisionRight,
  right: RightResult,
  trust: TrustResult | undefined,
): ProposalEvidence[] {
  const { area, caps, effective, mismatch, recommended } = right;
  const hard = caps.filter(cap => cap.hard && cap.right < wanted);
  return [
    { kind: 'right', ref: area, title: 'Wanted', value: words(wanted) },
    {
      kind: 'right',
      ref: area,
      title: 'Recommended',
      value: words(recommended),
      bound: words(wanted),
      met: wanted <= recommended,
    },
    { kind: 'right', ref: area, title: 'In force', value: words(effective) },
    ...caps.map(cap => capEvidence(cap, wanted)),
    ...hard.map(cap => ({
      kind: 'right',
      ref: area,
      title: `In force it would stay at ${words(cap.right)}`,
      value: `no grant exceeds the cap by ${nameOf(cap)}`,
      met: false,
    })),
    ...(trust === undefined
      ? []
      : [
          {
            kind: 'trust',
            ref: area,
            title: 'Trust',
            value: trust.value,
            bound: trust.need,
            met: trust.value >= trust.need,
          },
        ]),
    ...(mismatch === undefined
      ? []
      : [
          {
            kind: 'right',
            ref: area,
            title: `Mismatch, ${mismatch.source}`,
            value: mismatch.difference,
            bound: 0,
            met: mismatch.difference === 0,
          },
        ]),
  ];
}

function capEvidence(cap: RightCap, wanted: DecisionRight): ProposalEvidence {
  return {
    kind: KINDS[cap.kind] ?? cap.kind,
    ref: cap.ref,
    title: `Cap by ${nameOf(cap)}`,
    value: words(cap.right),
    bound: words(wanted),
    met: cap.right >= wanted,
  };
}

function nameOf({ kind, title }: RightCap): string {
  return title === undefined ? kind : `${kind} ${title}`;
}

function words(right: DecisionRight): string {
  return `${right} ${rightName(right)}`;
}
