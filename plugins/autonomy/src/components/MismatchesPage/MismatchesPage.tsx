import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { PageSection } from '../PageSection';
import { useAddressQuery } from '../useAddressQuery';
import { CellFilter } from './CellFilter';
import { MismatchList } from './list/MismatchList';
import { RiskMatrix } from './matrix/RiskMatrix';
import { MismatchFilters } from './MismatchFilters';
import { readMismatchQuery } from './mismatchQuery';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    header: {
      display: 'grid',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
    },
    text: { maxWidth: 720 },
  }),
  { name: 'AutonomyMismatchesPage' },
);

/** Where teams decide more or less than their record supports, and what is at stake there. */
export function MismatchesPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, change] = useAddressQuery(readMismatchQuery);
  return (
    <div className={classes.root}>
      <Paper variant="outlined" className={classes.header}>
        <Typography variant="body2" className={classes.text}>
          {t('mismatches.meaning')}
        </Typography>
        <MismatchFilters query={query} onChange={change} />
      </Paper>
      <PageSection title={t('riskMatrix.title')}>
        <RiskMatrix query={query} />
      </PageSection>
      <CellFilter query={query} onChange={change} />
      <MismatchList kind="surplus" query={query} />
      <MismatchList kind="deficit" query={query} />
    </div>
  );
}
