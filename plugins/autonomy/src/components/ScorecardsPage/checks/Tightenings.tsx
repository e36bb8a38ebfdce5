import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { useFieldWords, valueText } from '../../PolicyChanges';
import type { CheckDefinitions } from './definitionsOf';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      margin: 0,
      paddingLeft: theme.spacing(3),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyTightenings' },
);

/** What an overlay makes stricter of what holds everywhere. */
export function Tightenings(
  props: Pick<CheckDefinitions, 'limits' | 'tightenings'>,
) {
  const { limits, tightenings } = props;
  const classes = useStyles();
  const fieldOf = useFieldWords();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (limits.length + tightenings.length === 0) return null;
  return (
    <PageSection title={t('policyDocument.tightenings')}>
      <ul className={classes.list}>
        {tightenings.map(({ id, ...fields }) => (
          <li key={id}>
            {t('policyDocument.tightening', { id })}:{' '}
            {Object.entries(fields).map(([field, value], index) => (
              <span key={field}>
                {index > 0 && ', '}
                {fieldOf(field)}{' '}
                <code>
                  {field === 'grace'
                    ? format.duration(Number(value))
                    : valueText(value)}
                </code>
              </span>
            ))}
          </li>
        ))}
        {limits.length > 0 && (
          <li>{t('policyDocument.limits', { fields: limits.join(', ') })}</li>
        )}
      </ul>
    </PageSection>
  );
}
