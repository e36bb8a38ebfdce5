import type {
  DailyFigures,
  EntityFigures,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { instantOf } from '../trend';
import { cut, type FigureLine } from './figureLines';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    label: {
      ...theme.typography.caption,
      lineHeight: 1.35,
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    value: { ...theme.typography.body1, margin: 0, fontWeight: 600 },
    change: {
      ...theme.typography.caption,
      margin: 0,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'AutonomyFigurePair' },
);

export interface FigurePairProps {
  line: FigureLine;
  figures: EntityFigures;
  before?: DailyFigures;
  /** The list of what is behind the figure. */
  href: string;
}

/** A figure, and how it changed where that is known. */
export function FigurePair({ line, figures, before, href }: FigurePairProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const text = useFigureText(line, figures);
  const value = line.valueOf(figures);
  const change = useChangeText(line, figures, before);
  return (
    <div className={classes.root}>
      <dt className={classes.label}>{t(`rollUpFigure.${line.id}`)}</dt>
      <dd className={classes.value}>
        {value ? <Link to={href}>{text}</Link> : text}
      </dd>
      {change && <dd className={classes.change}>{change}</dd>}
    </div>
  );
}

function useFigureText({ id, digits, valueOf }: FigureLine, of: EntityFigures) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const value = valueOf(of);
  if (value === undefined) {
    return t('rollUpFigure.missing');
  }
  const text = format.fixed(cut(value, digits), digits);
  switch (id) {
    case 'exempt':
      return t('rollUpFigure.ofGuardrails', {
        part: text,
        all: format.number(of.guardrailPairs),
        share: format.fixed(cut((of.exemptionDebt ?? 0) * 100, 1), 1),
      });
    case 'surplus':
    case 'deficit':
    case 'stale':
      return t('rollUpFigure.ofAll', {
        part: text,
        all: format.number(of.entities),
      });
    default:
      return text;
  }
}

/** The difference of the figures as they are shown, so that it adds up. */
function useChangeText(
  { digits, valueOf }: FigureLine,
  figures: EntityFigures,
  before: DailyFigures | undefined,
) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const [now, then] = [figures, before].map(each => each && valueOf(each));
  if (!before || now === undefined || then === undefined) {
    return undefined;
  }
  const date = format.date(instantOf(before.day));
  const change = cut(now, digits) - cut(then, digits);
  return Math.abs(change) < 1e-6
    ? t('rollUpFigure.same', { date })
    : t('rollUpFigure.change', { change: format.signed(change, digits), date });
}
