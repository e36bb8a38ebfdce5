import type { CheckState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Tone } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  RiCheckLine,
  RiCloseLine,
  RiMegaphoneLine,
  RiQuestionLine,
  RiSubtractLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** Icon and tone of each check state. */
export const stateLook: Record<
  CheckState,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  pass: { Icon: RiCheckLine, tone: 'good' },
  fail: { Icon: RiCloseLine, tone: 'bad' },
  unknown: { Icon: RiQuestionLine, tone: 'bad' },
  exempt: { Icon: RiTimeLine, tone: 'attention' },
  announced: { Icon: RiMegaphoneLine, tone: 'neutral' },
  'not-applicable': { Icon: RiSubtractLine, tone: 'neutral' },
};
