import type { EntityGuardrailStatus } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiQuestionLine,
  RiSubtractLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { Tone } from '../../theme';

/** Icon and tone of each status; no two share both. @public */
export const guardrailStatusLook: Record<
  EntityGuardrailStatus,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  ok: { Icon: RiCheckLine, tone: 'good' },
  exempt: { Icon: RiTimeLine, tone: 'attention' },
  'at-risk': { Icon: RiErrorWarningLine, tone: 'attention' },
  breached: { Icon: RiCloseLine, tone: 'bad' },
  unknown: { Icon: RiQuestionLine, tone: 'bad' },
  none: { Icon: RiSubtractLine, tone: 'neutral' },
};
