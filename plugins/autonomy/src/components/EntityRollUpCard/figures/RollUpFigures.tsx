import type {
  DailyFigures,
  EntityFigures,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { ScopeLine, type RollUpScope } from '../scope';
import { useRollUpStyles } from '../styles';
import { useListHref } from '../useListHref';
import { Distributions } from './Distributions';
import { FIGURE_LINES } from './figureLines';
import { FigurePair } from './FigurePair';

const useStyles = makeStyles(
  theme => ({
    entities: {
      ...theme.typography.h6,
      lineHeight: 1.35,
      margin: theme.spacing(0, 0, 0.5),
    },
    distributions: { margin: theme.spacing(2, 0) },
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
      gap: theme.spacing(2, 3),
      margin: 0,
    },
  }),
  { name: 'AutonomyRollUpFigures' },
);

export interface RollUpFiguresProps {
  scope: RollUpScope;
  figures: EntityFigures;
  /** What they were some weeks ago. */
  before?: DailyFigures;
}

/** Where the entities stand; each figure leads to those behind it. */
export function RollUpFigures(props: RollUpFiguresProps) {
  const { scope, figures, before } = props;
  const classes = useStyles();
  const shared = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  return (
    <div className={shared.section}>
      <p className={classes.entities}>
        <Link to={hrefOf(scope.filter)}>
          {t('rollUp.entities', { count: figures.entities })}
        </Link>
      </p>
      <ScopeLine scope={scope} />
      <div className={classes.distributions}>
        <Distributions scope={scope} figures={figures} />
      </div>
      <dl className={classes.figures}>
        {FIGURE_LINES.map(line => (
          <FigurePair
            key={line.id}
            line={line}
            figures={figures}
            before={before}
            href={hrefOf({ ...scope.filter, ...line.query })}
          />
        ))}
      </dl>
    </div>
  );
}
