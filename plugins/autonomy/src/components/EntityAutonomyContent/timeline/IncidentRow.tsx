import type {
  Evaluation,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { IncidentActions } from '../../actions';
import { RecordLink } from '../../actions/shared';
import { TimelineRow } from './TimelineRow';

export interface IncidentRowProps {
  incident: RecordedIncident;
  evaluation: Evaluation;
  onDone: () => void;
}

/** An incident with how it counts and what was learnt from it. */
export function IncidentRow(props: IncidentRowProps) {
  const { incident, evaluation } = props;
  const details = useIncidentDetails(incident, evaluation);
  return (
    <TimelineRow
      kind="incident"
      at={incident.startedAt}
      tone={incident.resolvedAt === undefined ? 'bad' : 'attention'}
      title={
        <RecordLink url={incident.url}>
          {incident.id} · {incident.title}
        </RecordLink>
      }
      details={details}
    >
      <IncidentActions {...props} />
    </TimelineRow>
  );
}

function useIncidentDetails(
  incident: RecordedIncident,
  { entity, rights }: Evaluation,
): string[] {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const format = useFormatters();
  const { areas, causedBy, entityRef, resolvedAt, review, severity } = incident;
  const names = areas.map(
    id => rights.find(({ area }) => area === id)?.title ?? id,
  );
  const caused = causedBy ?? entityRef;
  const parts = [
    t('timeline.severity', { severity: word(`consequence.${severity}`) }),
    ...(names.length > 0 ? [format.all(names)] : []),
    resolvedAt === undefined
      ? t('timeline.open')
      : t('timeline.resolved', { date: format.date(resolvedAt) }),
  ];
  if (incident.class !== 'none') {
    parts.push(t(`timeline.classes.${incident.class}`));
  }
  if (caused === 'external') {
    parts.push(t('timeline.external'));
  } else if (caused !== entity.entityRef) {
    parts.push(t('timeline.causedBy', { entity: caused }));
  }
  if (review) {
    const { actions } = review;
    parts.push(
      actions.length === 0
        ? t('timeline.reviewed')
        : t('timeline.reviewedActions', {
            closed: String(
              actions.filter(({ closedAt }) => closedAt !== undefined).length,
            ),
            count: actions.length,
          }),
    );
  } else if (resolvedAt !== undefined) {
    parts.push(t('timeline.notReviewed'));
  }
  return parts;
}
