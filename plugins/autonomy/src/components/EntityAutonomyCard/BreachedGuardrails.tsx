import type { GuardrailResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiCloseLine, RiQuestionLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { useCardStyles } from './styles';

const SHOWN = 2;

const useStyles = makeStyles(
  theme => ({
    // Below the value of the figure above.
    list: {
      listStyle: 'none',
      margin: theme.spacing(0, 0, 0.5),
      padding: 0,
      paddingLeft: `calc(34% + ${theme.spacing(1)}px)`,
    },
    item: {
      display: 'flex',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    icon: { flex: 'none', marginTop: 2 },
  }),
  { name: 'AutonomyBreachedGuardrails' },
);

export interface BreachedGuardrailsProps {
  guardrails: GuardrailResult[];
}

/** Which guardrails are breached or cannot be told, by name. */
export function BreachedGuardrails({ guardrails }: BreachedGuardrailsProps) {
  const classes = useStyles();
  const card = useCardStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const breached = (['breached', 'unknown'] as const).flatMap(status =>
    guardrails.filter(item => item.status === status),
  );
  if (breached.length === 0) {
    return null;
  }
  const more = breached.length - SHOWN;
  return (
    <ul className={classes.list}>
      {breached.slice(0, SHOWN).map(({ check, status }) => {
        const Icon = status === 'breached' ? RiCloseLine : RiQuestionLine;
        return (
          <li key={check.id} className={`${card.muted} ${classes.item}`}>
            <Icon
              size={14}
              className={`${classes.icon} ${tones.bad}`}
              aria-hidden
            />
            {check.title}
          </li>
        );
      })}
      {more > 0 && (
        <li className={card.muted}>
          {t('figure.moreBreached', { more: String(more) })}
        </li>
      )}
    </ul>
  );
}
