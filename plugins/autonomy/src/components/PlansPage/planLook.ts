import type { PlanState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Tone } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  RiCheckLine,
  RiDraftLine,
  RiErrorWarningLine,
  RiSubtractLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** Icon and tone of each state of a plan. */
export const planLook: Record<
  PlanState,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  draft: { Icon: RiDraftLine, tone: 'neutral' },
  withdrawn: { Icon: RiSubtractLine, tone: 'neutral' },
  planned: { Icon: RiTimeLine, tone: 'neutral' },
  active: { Icon: RiTimeLine, tone: 'attention' },
  completed: { Icon: RiCheckLine, tone: 'good' },
  lifted: { Icon: RiSubtractLine, tone: 'neutral' },
  lapsed: { Icon: RiErrorWarningLine, tone: 'attention' },
};
