import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useAutonomyWords } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { NotEnforced } from '../NotEnforced';
import { RightExplanation } from './RightExplanation';
import { TrustAccount } from './TrustAccount';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 240px) minmax(0, 1fr)',
      gap: theme.spacing(3),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    areas: {
      [theme.breakpoints.down('xs')]: { maxHeight: 200, overflowY: 'auto' },
    },
    area: {
      borderRadius: 4,
      overflowWrap: 'anywhere',
      padding: theme.spacing(0.25, 1.5),
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'AutonomyRightsDetails' },
);

export interface RightsDetailsProps {
  evaluation: Evaluation;
  /** The area to begin with; the first by default. */
  initialArea?: string;
}

/** Area by area, why the right is what it is. */
export function RightsDetails(props: RightsDetailsProps) {
  const { entity, rights, trust, plans, enforcedFrom } = props.evaluation;
  const classes = useStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [area, setArea] = useState(props.initialArea ?? rights[0]?.area);
  const right = rights.find(item => item.area === area);
  const account = trust.find(item => item.area === area);
  return (
    <div className={classes.root}>
      <List
        dense
        disablePadding
        className={classes.areas}
        component="nav"
        aria-label={t('rightDetails.areas')}
      >
        {rights.map(item => (
          <ListItem
            key={item.area}
            button
            className={classes.area}
            selected={item.area === area}
            aria-current={item.area === area}
            onClick={() => setArea(item.area)}
          >
            <ListItemText
              primary={item.title}
              secondary={words.right(item.effective)}
            />
          </ListItem>
        ))}
      </List>
      <div>
        <NotEnforced enforcedFrom={enforcedFrom} />
        {right && (
          <RightExplanation
            right={right}
            plans={plans}
            boardRef={entity.boardRef}
          />
        )}
        {right && account && (
          <TrustAccount trust={account} area={right.title} />
        )}
      </div>
    </div>
  );
}
