import type {
  PolicyDraft,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { EntityName } from '../actions/shared';
import { PolicyChanges } from '../PolicyChanges';
import { StateMessage } from '../StateMessage';
import { SimulationFigures } from './headline/SimulationFigures';
import { SimulatedMoves } from './moves/SimulatedMoves';
import { SimulationNotices } from './progress/SimulationNotices';
import { SimulationProgress } from './progress/SimulationProgress';
import { PageSection } from '../PageSection';
import { SimulationLinks } from './SimulationLinks';
import { isUnderWay } from './useSimulation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
    },
    title: { fontWeight: 600 },
    asOf: { '& a': { textDecoration: 'underline' } },
  }),
  { name: 'AutonomySimulationReport' },
);

export interface SimulationReportProps {
  simulation: Simulation;
  /** The draft that was tried, as long as there is one. */
  draft?: PolicyDraft;
  /** It was cancelled: there is another state to ask for. */
  onChange: () => void;
}

/** How far it is, what became of it, and who would feel it. */
export function SimulationReport(props: SimulationReportProps) {
  const { draft, simulation, onChange } = props;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <div>
          <Typography variant="h6" component="h2" className={classes.title}>
            {t('simulation.title')}
          </Typography>
          <Typography variant="body2" className={classes.asOf}>
            {t('simulation.asOf', {
              date: format.dateTime(simulation.asOf),
              who: <EntityName entityRef={simulation.createdBy} />,
            })}
          </Typography>
        </div>
        {draft && <SimulationLinks draft={draft} simulation={simulation} />}
      </div>
      <SimulationNotices draft={draft} simulation={simulation} />
      {isUnderWay(simulation) && (
        <SimulationProgress simulation={simulation} onChange={onChange} />
      )}
      <PageSection title={t('simulation.changes')}>
        {simulation.changes.length > 0 ? (
          <PolicyChanges changes={simulation.changes} />
        ) : (
          <Typography variant="body2">{t('simulation.noChanges')}</Typography>
        )}
      </PageSection>
      {simulation.state === 'done' && <Outcome {...simulation} />}
    </div>
  );
}

function Outcome(simulation: Simulation) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { atOnce, id, settled } = simulation;
  if (atOnce.entities + settled.entities === 0) {
    return (
      <StateMessage
        title={t('simulation.nobody')}
        text={t('simulation.nobodyText')}
      />
    );
  }
  return (
    <>
      <PageSection title={t('simulation.figures')}>
        <SimulationFigures {...simulation} />
      </PageSection>
      <SimulatedMoves simulationId={id} />
    </>
  );
}
