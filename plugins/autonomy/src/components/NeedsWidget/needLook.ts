import type { Need } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Tone } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  RiArrowUpLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiScales3Line,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** An icon and a tone that repeat what the words of a need say. */
export function needLook(
  need: Need,
  isOverdue: boolean,
): { Icon: RemixiconComponentType; tone: Tone } {
  if (need.kind === 'guardrail-breached') {
    return { Icon: RiCloseLine, tone: 'bad' };
  }
  if (isOverdue) {
    return { Icon: RiErrorWarningLine, tone: 'bad' };
  }
  if (need.as === 'board') {
    return { Icon: RiScales3Line, tone: 'neutral' };
  }
  return need.kind === 'next-level'
    ? { Icon: RiArrowUpLine, tone: 'good' }
    : { Icon: RiTimeLine, tone: 'attention' };
}
