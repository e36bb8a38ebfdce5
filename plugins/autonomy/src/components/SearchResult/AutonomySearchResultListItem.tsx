import type { AutonomyDocument } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  GuardrailStatusChip,
  LevelBadge,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { ReadinessScore } from '../ReadinessScore';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', minWidth: 0, overflowWrap: 'anywhere' },
    words: { minWidth: 0 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'AutonomySearchResultListItem' },
);

export interface AutonomySearchResultListItemProps {
  icon?: ReactNode;
  result?: SearchDocument;
  highlight?: ResultHighlight;
}

/** An entity that was found by what autonomy says of it. */
export function AutonomySearchResultListItem(
  props: AutonomySearchResultListItemProps,
) {
  const { icon, result, highlight } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (!result) {
    return null;
  }
  const document = result as SearchDocument & Partial<AutonomyDocument>;
  const { level, guardrailStatus, readiness, ownerRef } = document;
  return (
    <div className={classes.root}>
      {icon && <ListItemIcon>{icon}</ListItemIcon>}
      <div className={classes.words}>
        <Typography component="h3" variant="h6">
          <Link noTrack to={result.location}>
            <Words of="title" {...{ result, highlight }} />
          </Link>
        </Typography>
        <Typography variant="body2">
          <Words of="text" {...{ result, highlight }} />
        </Typography>
        <Typography component="div" variant="body2" className={classes.facts}>
          {level && (
            <LevelBadge level={level} title={document.levelTitle ?? ''} />
          )}
          {guardrailStatus && <GuardrailStatusChip status={guardrailStatus} />}
          {readiness !== undefined && (
            <span>
              {t('search.readiness')}{' '}
              <ReadinessScore score={readiness} band={document.readinessBand} />
            </span>
          )}
          {ownerRef && <EntityRefLink entityRef={ownerRef} />}
        </Typography>
      </div>
    </div>
  );
}

interface WordsProps {
  of: 'title' | 'text';
  result: SearchDocument;
  highlight?: ResultHighlight;
}

/** A text of the document, with what was searched for marked in it. */
function Words({ of, result, highlight }: WordsProps) {
  const marked = highlight?.fields[of];
  return highlight && marked ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{result[of]}</>
  );
}
