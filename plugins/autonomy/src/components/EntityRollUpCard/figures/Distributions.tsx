import type { EntityFigures } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { ShareBar } from '../../charts';
import { useFigureBars } from '../../Distribution';
import type { RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { useListHref } from '../useListHref';

export interface DistributionsProps {
  scope: RollUpScope;
  figures: EntityFigures;
}

/** How many entities stand on which level, and at which guardrail status. */
export function Distributions({ scope, figures }: DistributionsProps) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  const { guardrails, levels } = useFigureBars(figures, part =>
    hrefOf({ ...scope.filter, ...part }),
  );
  return (
    <div className={classes.columns}>
      <div>
        <p className={classes.subheading}>{t('rollUpFigure.levels')}</p>
        <ShareBar label={t('rollUpFigure.levels')} {...levels} />
      </div>
      <div>
        <p className={classes.subheading}>{t('rollUpFigure.guardrails')}</p>
        <ShareBar label={t('rollUpFigure.guardrails')} {...guardrails} />
      </div>
    </div>
  );
}
