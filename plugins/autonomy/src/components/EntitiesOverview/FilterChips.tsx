import type { GuardrailMatrix } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { RiCloseLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import type { ListQuery } from './listQuery';
import { useFilterChips } from './useFilterChips';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
    entry: { minWidth: 0 },
    chip: { maxWidth: '100%', height: 'auto', margin: 0 },
    label: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.5, 1),
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
    },
    icon: { flex: 'none' },
  }),
  { name: 'AutonomyFilterChips' },
);

export interface FilterChipsProps {
  query: ListQuery;
  /** For their titles. */
  guardrails?: GuardrailMatrix['guardrails'];
  onChange: (change: Partial<ListQuery>) => void;
}

/** What else narrows the list, each to be taken away. */
export function FilterChips({ query, guardrails, onChange }: FilterChipsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const chips = useFilterChips(query, guardrails);
  if (chips.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('chip.heading')}>
      {chips.map(({ id, label, without }) => (
        <li key={id} className={classes.entry}>
          <Chip
            component="button"
            clickable
            variant="outlined"
            classes={{ root: classes.chip, label: classes.label }}
            aria-label={t('chip.remove', { filter: label })}
            onClick={() => onChange(without)}
            label={
              <>
                {label}
                <RiCloseLine size={16} className={classes.icon} aria-hidden />
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
}
