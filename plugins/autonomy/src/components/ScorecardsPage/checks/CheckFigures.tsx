import type { CheckInsight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { useListHref } from '../../EntityRollUpCard/useListHref';
import { checkQuery, type CheckFigure } from './checkQueries';
import type { CheckRowProps } from './CheckRow';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'AutonomyCheckFigures' },
);

/** Of how many entities a check says what, with the way to them. */
export function CheckFigures(props: CheckRowProps & { insight: CheckInsight }) {
  const { definition, domain, insight, role } = props;
  const classes = useStyles();
  const hrefOf = useListHref();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { announced, applies, exempt, fail, pass, unknown } = insight;
  const figures: [CheckFigure, number, string][] = [
    ['applies', applies, t('policyCheck.applies', { count: applies })],
    ['pass', pass, t('policyCheck.pass', { count: pass })],
    ['fail', fail, t('policyCheck.fail', { count: fail })],
    ['unknown', unknown, t('policyCheck.unknownCount', { count: unknown })],
    ['exempt', exempt, t('policyCheck.exempt', { count: exempt })],
    [
      'announced',
      announced,
      t('policyCheck.announcedCount', { count: announced }),
    ],
  ];
  return (
    <ul className={classes.root}>
      {figures
        .filter(([, count]) => count > 0)
        .map(([figure, , words]) => {
          const query = checkQuery({ id: definition.id, role, domain }, figure);
          return (
            <li key={figure}>
              {query ? <Link to={hrefOf(query)}>{words}</Link> : words}
            </li>
          );
        })}
    </ul>
  );
}
