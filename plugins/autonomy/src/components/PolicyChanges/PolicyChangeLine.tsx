import type { PolicyChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiEqualLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { EntityName } from '../actions/shared';
import { usePolicyChangeWords } from './usePolicyChangeWords';
import { valueText } from './valueText';

type Effect = 'tightens' | 'loosens' | 'changes';

const LOOKS: Record<Effect, { tone: Tone; Icon: RemixiconComponentType }> = {
  tightens: { tone: 'attention', Icon: RiArrowUpLine },
  loosens: { tone: 'good', Icon: RiArrowDownLine },
  changes: { tone: 'neutral', Icon: RiEqualLine },
};

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: '8em minmax(0, 1fr)',
      columnGap: theme.spacing(1),
      overflowWrap: 'anywhere',
      '& a': { textDecoration: 'underline' },
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    value: {
      padding: theme.spacing(0, 0.5),
      borderRadius: 3,
      backgroundColor: theme.palette.action.hover,
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'AutonomyPolicyChangeLine' },
);

/** One difference: whether it asks for more, of what, and from what to what. */
export function PolicyChangeLine({ change }: { change: PolicyChange }) {
  const { domain, effect = 'changes', from, to } = change;
  const classes = useStyles();
  const tones = useToneStyles();
  const subjectOf = usePolicyChangeWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = LOOKS[effect];
  const before = from !== undefined && (
    <code className={classes.value}>{valueText(from)}</code>
  );
  const after = to !== undefined && (
    <code className={classes.value}>{valueText(to)}</code>
  );
  return (
    <li className={classes.root}>
      <span className={tones[tone]}>
        <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
        {t(`policyEffect.${effect}`)}
      </span>{' '}
      <span>
        {subjectOf(change)}
        {before && after && (
          <>
            : {before} {t('policyChanges.becomes')} {after}
          </>
        )}
        {!before && after && (
          <>
            : {t('policyChanges.set')} {after}
          </>
        )}
        {before && !after && (
          <>
            : {t('policyChanges.unset')} {before}
          </>
        )}
        {domain !== undefined && (
          <>
            {' '}
            ({t('policyChanges.onlyIn')} <EntityName entityRef={domain} />)
          </>
        )}
      </span>
    </li>
  );
}
