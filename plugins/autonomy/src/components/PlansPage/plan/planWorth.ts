import type {
  RecordedPlan,
  TrustLine,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

type IncidentLine = Extract<TrustLine, { kind: 'incident' }>;

/** What is left of the loss of one incident in one area, thanks to what was learnt from it. */
export interface LossLeft {
  area: string;
  incident: IncidentLine;
  /** Share 0..1 of the loss that still counts. */
  left: number;
  /** Trust that it takes away now, 0 or more. */
  now: number;
  /** What it would take away had nothing been learnt. */
  without: number;
}

/** What the incidents that a plan answers cost now, and what they would have cost without learning. */
export function planWorth(
  { areas, incidents }: Pick<RecordedPlan, 'areas' | 'incidents'>,
  trust: TrustResult[],
): LossLeft[] {
  return trust
    .filter(({ area }) => areas.includes(area))
    .flatMap(({ area, lines }) =>
      lines.flatMap(line => {
        if (line.kind !== 'incident') return [];
        if (!incidents.includes(`${line.source}/${line.incidentId}`)) return [];
        const { ageFactor, amount, learningFactor, loss, repeatFactor } = line;
        return [
          {
            area,
            incident: line,
            left: learningFactor,
            now: -amount,
            without: loss * repeatFactor * ageFactor,
          },
        ];
      }),
    );
}
