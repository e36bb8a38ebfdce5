import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { RateAllDialog } from '../../actions/audits';
import { AuditsTable } from './AuditsTable';

/** As many as the server takes at once. */
const MOST = 100;

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'AutonomyChoosableAudits' },
);

export interface ChoosableAuditsProps {
  items: RecordedAudit[];
  busy: boolean;
  onRated: () => void;
}

/** Audits, of which those that wait for a rating can be rated at once as recommended. */
export function ChoosableAudits(props: ChoosableAuditsProps) {
  const { busy, items, onRated } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [ids, setIds] = useState<string[]>([]);
  const [rated, setRated] = useState<RecordedAudit[]>();
  const waiting = items.filter(({ may }) => may.rate).slice(0, MOST);
  // What was rated meanwhile is not chosen any more.
  const chosen = waiting.filter(({ id }) => ids.includes(id));
  return (
    <>
      <AuditsTable
        items={items}
        busy={busy}
        choosable={waiting.map(({ id }) => id)}
        chosen={chosen.map(({ id }) => id)}
        onChoose={setIds}
      />
      {waiting.length > 0 && (
        <div className={classes.bar}>
          <Button
            size="small"
            variant="outlined"
            disabled={chosen.length === 0}
            onClick={() => setRated(chosen)}
          >
            {t('auditRating.asRecommended')}
          </Button>
          <Typography variant="body2" role="status">
            {t('auditRateAll.chosen', { count: chosen.length })}
          </Typography>
        </div>
      )}
      {rated && (
        <RateAllDialog
          audits={rated}
          onClose={() => setRated(undefined)}
          onRated={onRated}
        />
      )}
    </>
  );
}
