import type {
  RecordedIncident,
  RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../dialog';
import { useAdviceWords } from './useAdviceWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 1.5),
      borderLeft: `4px solid ${theme.palette.divider}`,
    },
    heading: { ...theme.typography.body2, fontWeight: 600, margin: 0 },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
    text: { margin: 0 },
  }),
  { name: 'AutonomyAdviceNote' },
);

/** The name of advice in a list of them. */
export function refOf({ incident }: RepairAdvice): string {
  return `${incident.source}/${incident.id}`;
}

export interface AdviceNoteProps {
  /** The newest first. */
  advice: RepairAdvice[];
  /** Which of them the draft below was taken from; absent for none. */
  chosen?: RepairAdvice;
  onChoose: (advice: RepairAdvice | undefined) => void;
  /** By `source/id`. */
  incidents: Map<string, RecordedIncident>;
}

/** What is advised after an incident, and why. Nothing of it is in force. */
export function AdviceNote(props: AdviceNoteProps) {
  const { advice, chosen, incidents, onChoose } = props;
  const classes = useStyles();
  const headingId = useId();
  const reasonsOf = useAdviceWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (advice.length === 0) {
    return <p className={classes.text}>{t('repairAdvice.none')}</p>;
  }
  return (
    <section className={classes.root} aria-labelledby={headingId}>
      <h3 id={headingId} className={classes.heading}>
        {t('repairAdvice.title')}
      </h3>
      <ChoiceField
        label={t('repairAdvice.incident')}
        value={chosen ? refOf(chosen) : ''}
        onChange={ref => onChoose(advice.find(item => refOf(item) === ref))}
        choices={[
          ...advice.map(item => {
            const ref = refOf(item);
            const title = incidents.get(ref)?.title;
            const { id } = item.incident;
            return { value: ref, label: title ? `${title} · ${id}` : id };
          }),
          { value: '', label: t('repairAdvice.without') },
        ]}
      />
      {chosen && (
        <>
          <p className={classes.text}>
            {chosen.approach
              ? t('repairAdvice.approach', {
                  approach: t(`planDetails.approaches.${chosen.approach}`),
                })
              : t('repairAdvice.nothing')}
          </p>
          <ul className={classes.list}>
            {reasonsOf(chosen).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
