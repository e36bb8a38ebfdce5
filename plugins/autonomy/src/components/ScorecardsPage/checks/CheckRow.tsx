import type {
  CheckDefinition,
  CheckInsight,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiCalendarEventLine,
} from '@remixicon/react';
import { useId, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { CheckDetails } from './CheckDetails';
import { CheckSummary } from './CheckSummary';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      padding: theme.spacing(1, 0),
      overflowWrap: 'anywhere',
    },
    line: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      columnGap: theme.spacing(2),
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
    },
    title: {
      ...theme.typography.body2,
      justifyContent: 'flex-start',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      fontWeight: 600,
      textAlign: 'left',
      '& svg': { flex: 'none' },
      '&:focus-visible': { outline: '2px solid currentColor' },
    },
    notes: { paddingLeft: 24 },
  }),
  { name: 'AutonomyCheckRow' },
);

export interface CheckRowProps {
  definition: CheckDefinition;
  role: ScorecardRole;
  /** Of the overlay that adds it. */
  domain?: string;
  /** Absent before it is counted. */
  insight?: CheckInsight;
}

/** One check: how it fares at a glance, and everything else on demand. */
export function CheckRow(props: CheckRowProps) {
  const { definition, insight } = props;
  const { effectiveFrom, mandatory, title } = definition;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <div>
          <ButtonBase
            className={classes.title}
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => setOpen(!open)}
          >
            <Arrow size={20} aria-hidden />
            {title}
          </ButtonBase>
          <div className={classes.notes}>
            {mandatory && (
              <Typography variant="body2">
                {t('policyCheck.mandatory')}
              </Typography>
            )}
            {effectiveFrom !== undefined && effectiveFrom > now && (
              <Typography variant="body2">
                <RiCalendarEventLine
                  size={14}
                  aria-hidden
                  style={{ verticalAlign: -2 }}
                />{' '}
                {t('policyCheck.announced', {
                  date: format.date(effectiveFrom),
                })}
              </Typography>
            )}
            {insight?.nobodyFails && (
              <Concern>{t('policyCheck.nobodyFails')}</Concern>
            )}
          </div>
        </div>
        <CheckSummary {...props} />
      </div>
      {open && (
        <div id={detailsId} className={classes.notes}>
          <CheckDetails {...props} />
        </div>
      )}
    </li>
  );
}
