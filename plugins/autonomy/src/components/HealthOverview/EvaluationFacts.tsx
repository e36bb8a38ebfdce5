import type { EvaluationHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { useListHref } from '../EntityRollUpCard/useListHref';
import { FactList } from './FactList';

export interface EvaluationFactsProps {
  evaluation: EvaluationHealth;
  policyVersion: string;
}

/** How far results are behind what they are made of. */
export function EvaluationFacts(props: EvaluationFactsProps) {
  const { evaluation, policyVersion } = props;
  const { entities, lag, neverEvaluated, pending, policyInForce } = evaluation;
  const { sweep, staleShare } = evaluation;
  const format = useFormatters();
  const listHref = useListHref();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <FactList
      facts={[
        [
          t('healthFact.entities'),
          <Link to={listHref({})}>{format.number(entities)}</Link>,
        ],
        [t('healthFact.neverEvaluated'), format.number(neverEvaluated)],
        [t('healthFact.pending'), format.number(pending)],
        [
          t('healthFact.lag'),
          pending > 0 ? format.duration(lag) : t('health.nothingWaits'),
        ],
        [
          t('healthFact.staleShare'),
          <Link to={listHref({ stale: true })}>
            {t('health.percent', {
              share: format.number(staleShare * 100, 1),
            })}
          </Link>,
        ],
        [
          t('healthFact.sweep'),
          sweep.last
            ? t('health.swept', {
                date: format.dateTime(sweep.last.finishedAt),
                checked: format.number(sweep.last.checked),
                missed: format.number(sweep.last.missed),
              })
            : t('health.never'),
        ],
        [
          t('healthFact.policy'),
          policyInForce && !policyInForce.isOwn
            ? t('health.otherPolicy', { version: policyVersion })
            : policyVersion,
        ],
      ]}
    />
  );
}
