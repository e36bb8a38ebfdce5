import type { AuditState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiScalesLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';

const LOOK: Record<AuditState, { Icon: RemixiconComponentType; tone: Tone }> = {
  rating: { Icon: RiTimeLine, tone: 'neutral' },
  comparing: { Icon: RiScalesLine, tone: 'attention' },
  agreed: { Icon: RiCheckLine, tone: 'good' },
  lapsed: { Icon: RiErrorWarningLine, tone: 'attention' },
};

/** Where an audit stands, in words with an icon. */
export function AuditStateWords({ state }: { state: AuditState }) {
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = LOOK[state];
  return (
    <span className={tones[tone]}>
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
      {t(`audits.state.${state}`)}
    </span>
  );
}
