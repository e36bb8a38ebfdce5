import type { PublishedVersion } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiArrowGoBackLine,
  RiCalendarEventLine,
  RiCheckLine,
  RiHistoryLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';

const LOOKS: Record<
  PublishedVersion['state'],
  { tone: Tone; Icon: RemixiconComponentType }
> = {
  scheduled: { tone: 'attention', Icon: RiCalendarEventLine },
  'in-force': { tone: 'good', Icon: RiCheckLine },
  superseded: { tone: 'neutral', Icon: RiHistoryLine },
  withdrawn: { tone: 'neutral', Icon: RiArrowGoBackLine },
};

/** What became of a version. */
export function VersionState({ version }: { version: PublishedVersion }) {
  const { state, withdrawn } = version;
  const format = useFormatters();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = LOOKS[state];
  return (
    <>
      <span className={tones[tone]}>
        <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
        {withdrawn
          ? t('policyVersions.withdrawnBy')
          : t(`policyState.${state}`)}
      </span>
      {withdrawn && (
        <>
          {' '}
          <EntityName entityRef={withdrawn.by} />,{' '}
          {format.dateTime(withdrawn.at)}: {withdrawn.note}
        </>
      )}
    </>
  );
}
