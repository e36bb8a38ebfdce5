import type { PolicyDraftSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { usePolicyPaths } from '../../usePolicyPaths';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      margin: 0,
      padding: 0,
      listStyle: 'none',
      display: 'grid',
      gap: theme.spacing(1),
      overflowWrap: 'anywhere',
      '& a': { textDecoration: 'underline' },
    },
  }),
  { name: 'AutonomyNewDrafts' },
);

/** Documents that somebody is writing and nobody has published yet; nothing where there are none. */
export function NewDrafts({ drafts }: { drafts: PolicyDraftSummary[] }) {
  const classes = useStyles();
  const format = useFormatters();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return drafts.length === 0 ? null : (
    <PageSection title={t('scorecards.newDrafts')}>
      <ul className={classes.list}>
        {drafts.map(({ id, kind, name, updatedAt, updatedBy }) => (
          <li key={id}>
            <Link to={paths.draft(id)}>
              <strong>{name}</strong>
            </Link>{' '}
            ({t(`policyKind.${kind}`)}), {t('scorecards.changedBy')}{' '}
            <EntityRefLink entityRef={updatedBy} /> {format.dateTime(updatedAt)}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
