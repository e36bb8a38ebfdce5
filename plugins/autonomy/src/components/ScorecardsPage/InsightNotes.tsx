import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { messageOf } from '../actions/dialog';
import { Concern } from '../Concern';
import type { Insights } from './useInsights';

/** Why there are no figures. */
export function InsightNotes({ error, isWithheld }: Insights) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!error && !isWithheld) return null;
  return (
    <Typography variant="body2" component="div" role="status">
      {error ? (
        <Concern>
          {t('scorecards.figuresFailed', { reason: messageOf(error) })}
        </Concern>
      ) : (
        t('scorecards.withheld')
      )}
    </Typography>
  );
}
