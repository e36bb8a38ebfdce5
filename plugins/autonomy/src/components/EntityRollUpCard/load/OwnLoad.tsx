import type { ReadinessRollUpItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  parseEntityRef,
  RELATION_HAS_MEMBER,
  type Entity,
} from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { useRollUpStyles } from '../styles';
import { useListHref } from '../useListHref';
import { LOAD_ITEM, type TeamLoadFigures } from './useTeamLoad';

export interface OwnLoadProps {
  entity: Entity;
  groupRef: string;
  load: TeamLoadFigures;
  items?: ReadinessRollUpItem[];
}

/** How many services a group has itself, for how many people. */
export function OwnLoad({ entity, groupRef, load, items }: OwnLoadProps) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  const count = load.services.get(groupRef) ?? 0;
  const people = countMembers(entity);
  const item = items?.find(({ id }) => id === LOAD_ITEM);
  const services = t('teamLoad.serviceCount', { count });
  return (
    <div className={classes.text}>
      <Link to={hrefOf({ owner: [groupRef] })}>
        {people > 0
          ? t('teamLoad.ratio', {
              services,
              people: t('teamLoad.people', { count: people }),
            })
          : t('teamLoad.nobody', { services })}
      </Link>
      {load.overloaded.has(groupRef) && (
        <Concern>
          {t('teamLoad.overloaded')}
          {item && ': '}
          {item && (
            <Link
              underline="always"
              to={hrefOf({ owner: [groupRef], readinessItem: LOAD_ITEM })}
            >
              {item.title}
            </Link>
          )}
        </Concern>
      )}
    </div>
  );
}

/** How many, never who. */
function countMembers({ relations = [] }: Entity): number {
  return relations.filter(
    ({ type, targetRef }) =>
      type === RELATION_HAS_MEMBER && parseEntityRef(targetRef).kind === 'user',
  ).length;
}
