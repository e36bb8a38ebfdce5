import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  GuardrailStatusChip,
  LadderBar,
  RelativeTime,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { CardFrame } from '../../CardFrame';
import { EvidenceConcerns } from '../../EvidenceConcerns';
import { ReadinessScore } from '../../ReadinessScore';
import { countStanding } from '../../guardrailCounts';
import { useTabStyles } from '../styles';
import type { TabAddress } from '../useTabAddress';
import { HeaderFigure } from './HeaderFigure';
import { RefreshAction } from './RefreshAction';

const useStyles = makeStyles(
  theme => ({
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
    },
    ladder: { maxWidth: 220, marginTop: theme.spacing(0.75) },
  }),
  { name: 'AutonomyTabHeader' },
);

export interface TabHeaderProps {
  evaluation: Evaluation;
  hrefOf: TabAddress['hrefOf'];
  onChanged: () => void;
}

/** One glance: level, guardrails, readiness, accountability, tier and evidence; each leads to its reasons. */
export function TabHeader(props: TabHeaderProps) {
  const { evaluation, hrefOf, onChanged } = props;
  const { entity, level, guardrails, readiness, accountability } = evaluation;
  const classes = useStyles();
  const tab = useTabStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const tier = entity.tier.effective;
  return (
    <div className={tab.header}>
      <CardFrame
        title={t('details.title', { entity: entity.title ?? entity.name })}
        actions={
          <>
            <Typography variant="caption" color="textSecondary">
              {t('tab.evaluated')}{' '}
              <RelativeTime instant={evaluation.evaluatedAt} />
            </Typography>
            <RefreshAction
              entityRef={entity.entityRef}
              evaluatedAt={evaluation.evaluatedAt}
              onRefreshed={onChanged}
            />
          </>
        }
      >
        <dl className={classes.figures}>
          <HeaderFigure label={t('details.level')} href={hrefOf('level')}>
            {level.level} · {level.title}
            <div className={classes.ladder}>
              <LadderBar level={level.level} count={level.ladder.length} />
            </div>
          </HeaderFigure>
          <HeaderFigure
            label={t('details.guardrails')}
            href={hrefOf('guardrails')}
          >
            <GuardrailStatusChip
              status={guardrails.status}
              count={countStanding(guardrails)}
            />
          </HeaderFigure>
          <HeaderFigure
            label={t('details.readiness')}
            href={hrefOf('readiness')}
          >
            <ReadinessScore {...readiness} />
          </HeaderFigure>
          <HeaderFigure
            label={t('tab.accountability')}
            href={hrefOf('accountability')}
          >
            {format.share(accountability.score)}
          </HeaderFigure>
          <HeaderFigure label={t('details.tier')} href={hrefOf('tier')}>
            {tier} · {t(`tier.${tier}`)}
          </HeaderFigure>
          <HeaderFigure label={t('details.evidence')} href={hrefOf('evidence')}>
            <EvidenceConcerns {...evaluation.evidence} />
          </HeaderFigure>
        </dl>
      </CardFrame>
    </div>
  );
}
