import type { GrantState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Tone } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiHourglassLine,
  RiSubtractLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';

/** Icon and tone of each state of a grant. */
export const grantLook: Record<
  GrantState,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  proposed: { Icon: RiHourglassLine, tone: 'attention' },
  refused: { Icon: RiCloseLine, tone: 'neutral' },
  planned: { Icon: RiTimeLine, tone: 'neutral' },
  'in-force': { Icon: RiCheckLine, tone: 'good' },
  failed: { Icon: RiErrorWarningLine, tone: 'bad' },
  expired: { Icon: RiTimeLine, tone: 'neutral' },
  revoked: { Icon: RiSubtractLine, tone: 'neutral' },
};
