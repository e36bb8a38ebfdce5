import type { EntitiesSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { LinkButton } from '../../LinkButton';
import { FailureMessage } from '../../StateMessage';
import type { AnswerProps } from '../Answer';
import { RollUpSection } from '../RollUpSection';
import type { RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { TeamLoadTable } from './TeamLoadTable';
import type { TeamLoadFigures } from './useTeamLoad';

const FEW = 10;

export interface TeamLoadProps {
  scope: RollUpScope;
  summary: EntitiesSummary;
  load: AnswerProps<TeamLoadFigures>['state'];
}

/** What each team answers for, the largest load first. */
export function TeamLoad({ scope, summary, load }: TeamLoadProps) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [showsAll, setShowsAll] = useState(false);
  const { groups, totalGroups = groups.length } = summary;
  return (
    <RollUpSection title={t('teamLoad.heading')}>
      <TeamLoadTable
        scope={scope}
        groups={showsAll ? groups : groups.slice(0, FEW)}
        load={load.value}
      />
      {groups.length > FEW && (
        <LinkButton
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll
            ? t('teamLoad.fewer')
            : t('teamLoad.all', { number: String(groups.length) })}
        </LinkButton>
      )}
      {totalGroups > groups.length && (
        <p className={classes.muted}>
          {t('teamLoad.largest', {
            shown: String(groups.length),
            all: String(totalGroups),
          })}
        </p>
      )}
      <p className={`${classes.muted} ${classes.above}`}>
        {t('teamLoad.mismatch')}
      </p>
      {load.error && !load.loading && (
        <FailureMessage error={load.error} onRetry={load.retry} />
      )}
    </RollUpSection>
  );
}
