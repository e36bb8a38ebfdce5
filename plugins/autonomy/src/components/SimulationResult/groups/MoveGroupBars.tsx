import type {
  MoveGroups,
  MovesFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { LinkButton } from '../../LinkButton';
import { movingGroups, type MovingGroup } from './movingGroups';

/** Groups that can be taken in at once. */
const MOST = 8;

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(1),
      margin: theme.spacing(0, 0, 1),
      padding: 0,
      listStyle: 'none',
    },
    words: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      overflowWrap: 'anywhere',
    },
    bar: {
      display: 'flex',
      height: 8,
      borderRadius: 4,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.hover,
    },
    lost: { backgroundColor: 'currentColor' },
    moved: { backgroundColor: theme.palette.primary.main },
  }),
  { name: 'AutonomyMoveGroupBars' },
);

export interface MoveGroupBarsProps {
  by: 'domain' | 'owner';
  groups: MoveGroups['groups'];
  when: MovesFilter['when'];
  /** The list is to show this one alone. */
  onChoose: (ref: string) => void;
}

/** A bar for each group: how many move in it, and how many of them lose a right. */
export function MoveGroupBars(props: MoveGroupBarsProps) {
  const { by, onChoose } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [all, setAll] = useState(false);
  const groups = movingGroups(props.groups, props.when);
  const most = Math.max(1, ...groups.map(({ counts }) => counts.entities));
  const widthOf = (count: number) => ({ width: `${(count / most) * 100}%` });
  if (groups.length === 0) {
    return <Typography variant="body2">{t('moveGroups.none')}</Typography>;
  }
  return (
    <>
      <ul className={classes.list}>
        {groups.slice(0, all ? undefined : MOST).map(group => {
          const { entities, rightsLost } = group.counts;
          return (
            <li key={group.ref ?? ''}>
              <div className={classes.words}>
                {group.ref === undefined ? (
                  <span>
                    {t(
                      by === 'domain'
                        ? 'moveGroups.noDomain'
                        : 'moveGroups.noOwner',
                    )}
                  </span>
                ) : (
                  <LinkButton
                    aria-label={t('moveGroups.only', { name: nameOf(group) })}
                    onClick={() => onChoose(group.ref!)}
                  >
                    {nameOf(group)}
                  </LinkButton>
                )}
                <span>
                  {t('moveCount.group', { count: entities })},{' '}
                  {rightsLost > 0
                    ? t('moveCount.lost', { count: rightsLost })
                    : t('moveCount.noRights')}
                </span>
              </div>
              <div className={classes.bar} aria-hidden>
                <div
                  className={`${classes.lost} ${tones.bad}`}
                  style={widthOf(rightsLost)}
                />
                <div
                  className={classes.moved}
                  style={widthOf(entities - rightsLost)}
                />
              </div>
            </li>
          );
        })}
      </ul>
      {groups.length > MOST && !all && (
        <LinkButton aria-expanded={all} onClick={() => setAll(true)}>
          {t('moveGroups.all', { count: groups.length })}
        </LinkButton>
      )}
    </>
  );
}

/** What a group is called where the reader meets it elsewhere. */
export function nameOf({ ref, title }: Pick<MovingGroup, 'ref' | 'title'>) {
  return title ?? (ref ? defaultEntityPresentation(ref).primaryTitle : '');
}
