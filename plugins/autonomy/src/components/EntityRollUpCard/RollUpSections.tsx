import type { EntitiesSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from '../StateMessage';
import { RollUpFigures } from './figures';
import { GroupLoad, Shortfalls, TeamLoad, useTeamLoad } from './load';
import { ReadinessSection, useReadiness } from './readiness';
import { ScopeLine, type RollUpScope } from './scope';
import { figuresBefore, TrendSection, useTrend } from './trend';
import { useListHref } from './useListHref';

export interface RollUpSectionsProps {
  entity: Entity;
  scope: RollUpScope;
  summary: EntitiesSummary;
}

/** The sections of the card, or why nothing is counted. */
export function RollUpSections(props: RollUpSectionsProps) {
  const { scope, summary } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  const { totals } = summary;
  if (summary.isWithheld || !totals) {
    return (
      <StateMessage
        title={t('rollUp.withheldTitle')}
        text={t('rollUp.withheldText')}
        action={
          <Link to={hrefOf(scope.filter)}>{t('rollUp.withheldLink')}</Link>
        }
      />
    );
  }
  if (totals.entities === 0) {
    return (
      <>
        <StateMessage
          title={t('rollUp.emptyTitle')}
          text={t('rollUp.emptyText')}
        />
        <ScopeLine scope={scope} />
      </>
    );
  }
  return <CountedSections {...props} totals={totals} />;
}

function CountedSections(
  props: RollUpSectionsProps & {
    totals: NonNullable<EntitiesSummary['totals']>;
  },
) {
  const { entity, scope, summary, totals } = props;
  const readiness = useReadiness(scope.ref);
  const load = useTeamLoad(scope, summary);
  const trend = useTrend(scope);
  const isGroup = scope.kind === 'group';
  const isAlone = scope.below.refs.length === 0;
  return (
    <>
      <RollUpFigures
        scope={scope}
        figures={totals}
        // Days are counted without what is below, so they would be compared with something else.
        before={isAlone ? figuresBefore(trend.value) : undefined}
      />
      <ReadinessSection scope={scope} state={readiness} />
      {isGroup && summary.groups.some(({ ref }) => ref === scope.ref) && (
        <GroupLoad
          entity={entity}
          scope={scope}
          load={load}
          items={readiness.value?.rollUp?.items}
        />
      )}
      {!(isGroup && isAlone) && (
        <TeamLoad scope={scope} summary={summary} load={load} />
      )}
      {isGroup && <Shortfalls scope={scope} />}
      <TrendSection scope={scope} state={trend} />
    </>
  );
}
