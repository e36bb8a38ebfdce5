import type {
  DecisionRight,
  RightResult,
  TrustLine,
  TrustPolicy,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { bindingCaps } from '@aligned-autonomy/backstage-plugin-autonomy-react';

type IncidentLine = Extract<TrustLine, { kind: 'incident' }>;

/** What learning from one incident is worth today. */
export interface TrustOutlook {
  incident: IncidentLine;
  /** Whether the incident has been reviewed, so that only its actions are open. */
  reviewed: boolean;
  /** The trust that would be left. */
  trust: number;
  /** The right that it would allow, as far as nothing else limits it. */
  right: DecisionRight;
}

const DAY = 86_400_000;
const STEPS = 5;
const TOLERANCE = 1e-9;

/**
 * The incident from which most can be learnt, and what trust and right would be once its actions
 * are closed. Undefined where trust is not what limits the right, or there is nothing to learn.
 */
export function trustOutlook(
  right: RightResult,
  trust: TrustResult,
  learning: TrustPolicy['learning'] | undefined,
): TrustOutlook | undefined {
  const binding = bindingCaps(right);
  if (
    right.grant ||
    learning === undefined ||
    binding.length === 0 ||
    binding.some(cap => cap.kind !== 'trust')
  ) {
    return undefined;
  }
  const { actionsClosed } = learning;
  const gain = ({ amount, learningFactor }: IncidentLine) =>
    -amount * (1 - actionsClosed / learningFactor);
  const [incident] = trust.lines
    .filter((line): line is IncidentLine => line.kind === 'incident')
    .filter(line => line.learningFactor > actionsClosed && line.amount < 0)
    // What several of one day cost is limited, so what one of them gives back is not its own loss.
    .filter(line => !isLimited(line, trust.lines))
    .sort((a, b) => gain(b) - gain(a));
  if (!incident) return undefined;

  const unbound = trust.lines
    .filter(line => line.kind !== 'bound')
    .reduce((sum, line) => sum + line.amount, gain(incident));
  const value = Math.min(1, Math.max(0, unbound));
  const others = right.caps.filter(cap => cap.kind !== 'trust');
  return {
    incident,
    reviewed: incident.learningFactor < 1,
    trust: value,
    right: Math.min(
      STEPS,
      1 + Math.floor((STEPS * value) / trust.need + TOLERANCE),
      ...others.map(cap => cap.right),
    ) as DecisionRight,
  };
}

function isLimited({ startedAt }: IncidentLine, lines: TrustLine[]): boolean {
  return lines.some(
    line =>
      line.kind === 'same-day-limit' &&
      Math.floor(line.day / DAY) === Math.floor(startedAt / DAY),
  );
}
