import type {
  FieldPath,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiErrorWarningLine,
} from '@remixicon/react';
import { useId, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useEditing } from '../document/Editing';
import { useApplies } from './Applicability';
import { CheckFieldInput } from './CheckFieldInput';
import { fieldsFor } from './checkFields';
import { CheckTools, type CheckToolsProps } from './CheckTools';

const useStyles = makeStyles(
  theme => ({
    root: {
      borderTop: `1px solid ${theme.palette.divider}`,
      padding: theme.spacing(0.5, 0),
      minWidth: 0,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
    opener: {
      flex: '1 1 200px',
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      minWidth: 0,
      padding: theme.spacing(0.5, 0),
      border: 0,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
      '&:focus-visible': { outline: '2px solid currentColor' },
    },
    title: { fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
      gap: theme.spacing(2),
      alignItems: 'start',
      padding: theme.spacing(1.5, 0, 2, 3),
    },
  }),
  { name: 'AutonomyCheckItem' },
);

export interface CheckItemProps {
  address: FieldPath;
  check: JsonObject;
  role: ScorecardRole;
  isOpen: boolean;
  tools: Omit<CheckToolsProps, 'title'>;
}

/** A check: its title, and on request all of its fields. */
export function CheckItem(props: CheckItemProps) {
  const { address, check, role, tools } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const fieldsId = useId();
  const { issueAt } = useEditing();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const applies = useApplies(String(check.id));
  const [open, setOpen] = useState(props.isOpen);
  const title = String(check.title ?? check.id ?? t('editorForm.untitled'));
  const mistake = issueAt(address);
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.opener}
          aria-expanded={open}
          aria-controls={open ? fieldsId : undefined}
          onClick={() => setOpen(!open)}
        >
          <Arrow size={18} aria-hidden style={{ flex: 'none' }} />
          <span className={classes.title}>{title}</span>
          {mistake !== undefined && (
            <span
              role="img"
              aria-label={t('editorForm.hasMistake')}
              className={tones.bad}
            >
              <RiErrorWarningLine size={16} aria-hidden />
            </span>
          )}
        </button>
        {applies !== undefined && (
          <Typography variant="caption" color="textSecondary">
            {t('editorForm.applies', { count: applies })}
          </Typography>
        )}
        <CheckTools {...tools} title={title} />
      </div>
      {open && (
        <div id={fieldsId} className={classes.fields}>
          {fieldsFor(role).map(field => (
            <CheckFieldInput key={field.name} check={address} field={field} />
          ))}
        </div>
      )}
    </li>
  );
}
