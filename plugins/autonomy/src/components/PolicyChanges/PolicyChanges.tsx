import type { PolicyChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { LinkButton } from '../LinkButton';
import { PolicyChangeLine } from './PolicyChangeLine';

const SHOWN = 20;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'AutonomyPolicyChanges' },
);

export interface PolicyChangesProps {
  changes: PolicyChange[];
}

/** What would be, or was, otherwise about the policy, and whether it asks for more. */
export function PolicyChanges({ changes }: PolicyChangesProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [all, setAll] = useState(false);
  if (changes.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('policyChanges.none')}
      </Typography>
    );
  }
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <>
      <ul className={classes.list} aria-label={t('policyChanges.title')}>
        {shown.map((change, index) => (
          <PolicyChangeLine key={index} change={change} />
        ))}
      </ul>
      {changes.length > shown.length && (
        <LinkButton onClick={() => setAll(true)}>
          {t('policyChanges.all', { count: changes.length })}
        </LinkButton>
      )}
    </>
  );
}
