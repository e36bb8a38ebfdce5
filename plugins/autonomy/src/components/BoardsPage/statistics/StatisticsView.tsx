import type { BoardStatistics } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { StateMessage } from '../../StateMessage';
import { Answer } from '../Answer';
import { useBoardStyles } from '../styles';
import { MattersTable } from './MattersTable';
import { StatisticsFacts } from './StatisticsFacts';

/** How a board decided; nothing of anybody on it. */
export function StatisticsView({ boardRef }: { boardRef: string }) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(
    () => api.getBoardStatistics(boardRef),
    [api, boardRef],
  );
  return (
    <Answer state={state} label={t('boardStatistics.loading')}>
      {statistics => <Statistics statistics={statistics} />}
    </Answer>
  );
}

function Statistics({ statistics }: { statistics: BoardStatistics }) {
  const { byMatter = [], decisions, from, isWithheld, to } = statistics;
  const classes = useBoardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.stack}>
      <PageSection
        title={t('boardStatistics.title', {
          from: format.date(from),
          to: format.date(to),
        })}
      >
        <Typography variant="body2" paragraph>
          {t('boardStatistics.meaning')}
        </Typography>
        {isWithheld ? (
          <StateMessage
            title={t('boardStatistics.withheldTitle')}
            text={t('boardStatistics.withheldText', { count: decisions })}
          />
        ) : (
          <StatisticsFacts statistics={statistics} />
        )}
      </PageSection>
      {!isWithheld && byMatter.length > 0 && (
        <PageSection title={t('boardStatistics.byMatter')}>
          <MattersTable matters={byMatter} />
        </PageSection>
      )}
      {!isWithheld && <NeverFailing statistics={statistics} />}
    </div>
  );
}

function NeverFailing({ statistics }: { statistics: BoardStatistics }) {
  const { neverFailing } = statistics;
  const classes = useBoardStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!neverFailing) return null;
  return (
    <PageSection title={t('boardStatistics.neverFailing')}>
      {neverFailing.length === 0 ? (
        <Typography variant="body2">
          {t('boardStatistics.noNeverFailing')}
        </Typography>
      ) : (
        <>
          <Typography variant="body2" paragraph>
            {t('boardStatistics.neverFailingMeaning')}
          </Typography>
          <ul
            className={classes.list}
            aria-label={t('boardStatistics.neverFailing')}
          >
            {neverFailing.map(({ checkId, title }) => (
              <li key={checkId}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </PageSection>
  );
}
