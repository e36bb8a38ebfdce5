import type { ProposalState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiArrowGoBackLine,
  RiCheckLine,
  RiCloseLine,
  RiHourglassLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';

const LOOKS: Record<
  ProposalState,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  open: { Icon: RiHourglassLine, tone: 'attention' },
  approved: { Icon: RiCheckLine, tone: 'good' },
  rejected: { Icon: RiCloseLine, tone: 'bad' },
  lapsed: { Icon: RiTimeLine, tone: 'neutral' },
  withdrawn: { Icon: RiArrowGoBackLine, tone: 'neutral' },
};

/** What has become of a proposal. */
export function StateWord({ state }: { state: ProposalState }) {
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = LOOKS[state];
  return (
    <span className={tones[tone]}>
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
      {t(`boardProposal.states.${state}`)}
    </span>
  );
}
