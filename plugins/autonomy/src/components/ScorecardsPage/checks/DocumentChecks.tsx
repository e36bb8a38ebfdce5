import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useMemo, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { LinkButton } from '../../LinkButton';
import { PageSection } from '../../PageSection';
import { InsightNotes } from '../InsightNotes';
import { useInsights } from '../useInsights';
import { CheckRow } from './CheckRow';
import { definitionsOf } from './definitionsOf';
import { Tightenings } from './Tightenings';

const SHOWN = 50;

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
    },
  }),
  { name: 'AutonomyDocumentChecks' },
);

/** The checks of a document and how each of them fares. */
export function DocumentChecks(props: { document: PolicyDocumentText }) {
  const { domain, kind, name, yaml } = props.document;
  const classes = useStyles();
  const insights = useInsights(kind === 'scorecard' ? name : undefined);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [all, setAll] = useState(false);
  const definitions = useMemo(() => definitionsOf(yaml), [yaml]);
  const { checks, message } = definitions;
  const shown = all ? checks : checks.slice(0, SHOWN);
  return (
    <>
      <PageSection title={t('policyDocument.checks')}>
        <InsightNotes {...insights} />
        {message !== undefined && (
          <Typography variant="body2" component="div" role="alert">
            <Concern>{t('policyDocument.unreadable', { message })}</Concern>
          </Typography>
        )}
        {checks.length > 0 ? (
          <ul className={classes.list} aria-label={t('policyDocument.checks')}>
            {shown.map(({ definition, role }) => (
              <CheckRow
                key={definition.id}
                definition={definition}
                role={role}
                domain={domain}
                insight={insights.byCheck.get(definition.id)}
              />
            ))}
          </ul>
        ) : (
          <Typography variant="body2">
            {t('policyDocument.noChecks')}
          </Typography>
        )}
        {checks.length > shown.length && (
          <LinkButton onClick={() => setAll(true)}>
            {t('policyDocument.allChecks', { count: checks.length })}
          </LinkButton>
        )}
      </PageSection>
      <Tightenings {...definitions} />
    </>
  );
}
