import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Slider from '@material-ui/core/Slider';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEffect, useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import type { ListQuery } from './listQuery';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(0, 1) },
    slider: { padding: theme.spacing(0.75, 0) },
    label: { display: 'flex', justifyContent: 'space-between' },
  }),
  { name: 'AutonomyReadinessFilter' },
);

export interface ReadinessFilterProps {
  query: ListQuery;
  onChange: (change: Partial<ListQuery>) => void;
}

/** A range of readiness; the whole scale means no filter, and lets in what has no score. */
export function ReadinessFilter({ query, onChange }: ReadinessFilterProps) {
  const { minReadiness = 0, maxReadiness = 100 } = query;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [range, setRange] = useState([minReadiness, maxReadiness]);
  useEffect(
    () => setRange([minReadiness, maxReadiness]),
    [minReadiness, maxReadiness],
  );
  const commit = ([min, max]: number[]) =>
    onChange({
      minReadiness: min > 0 ? min : undefined,
      maxReadiness: max < 100 ? max : undefined,
    });
  return (
    <div className={classes.root}>
      <Typography
        variant="caption"
        color="textSecondary"
        className={classes.label}
      >
        <span>{t('filter.readiness')}</span>
        <span>
          {range[0]}–{range[1]}
        </span>
      </Typography>
      <Slider
        className={classes.slider}
        step={5}
        value={range}
        onChange={(_, value) => setRange(value as number[])}
        onChangeCommitted={(_, value) => commit(value as number[])}
        getAriaLabel={thumb =>
          t(thumb === 0 ? 'filter.readinessFrom' : 'filter.readinessTo')
        }
      />
    </div>
  );
}
