import { AUDIT_STATES } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../../actions/dialog';
import { FilterSelect } from '../../EntitiesOverview/FilterSelect';
import { useCatalogOptions } from '../../EntitiesOverview/useFilterOptions';
import {
  AUDIT_VIEWS,
  quartersUpTo,
  type AuditQuery,
  type AuditView,
} from './auditQuery';

/** Two years, as far as a record looks back twice. */
const QUARTERS = 8;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'AutonomyAuditFilters' },
);

export interface AuditFiltersProps {
  query: AuditQuery;
  onChange: (change: Partial<AuditQuery>) => void;
}

/** What the audits can be narrowed by. */
export function AuditFilters({ onChange, query }: AuditFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { domains } = useCatalogOptions();
  const [now] = useState(Date.now);
  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('filter.heading')}
    >
      <ChoiceField<AuditView | ''>
        label={t('audits.whose')}
        value={query.view ?? ''}
        onChange={view => onChange({ view: view || undefined })}
        choices={[
          { value: '', label: t('audits.view.all') },
          ...AUDIT_VIEWS.map(value => ({
            value,
            label: t(`audits.view.${value}`),
          })),
        ]}
      />
      <FilterSelect
        label={t('audits.column.state')}
        value={query.state}
        options={AUDIT_STATES.map(value => ({
          value,
          label: t(`audits.state.${value}`),
        }))}
        onChange={state => onChange({ state })}
      />
      <FilterSelect
        label={t('filter.domain')}
        value={query.domain}
        options={domains}
        onChange={domain => onChange({ domain })}
      />
      <FilterSelect
        label={t('audits.column.quarter')}
        value={query.quarter}
        options={quartersUpTo(now, QUARTERS).map(value => ({
          value,
          label: value,
        }))}
        onChange={quarter => onChange({ quarter })}
      />
      {query.entity && (
        <FilterSelect
          label={t('audits.column.entity')}
          value={query.entity}
          options={[]}
          onChange={entity => onChange({ entity })}
        />
      )}
    </div>
  );
}
