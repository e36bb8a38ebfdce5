import type { SummaryGroup } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import type { ListQuery } from '../../EntitiesOverview/listQuery';
import { averageLevel, cut } from '../figures';
import type { RollUpScope } from '../scope';
import { useListHref } from '../useListHref';
import type { TeamLoadFigures } from './useTeamLoad';

const useStyles = makeStyles(
  { team: { minWidth: 140, lineHeight: 1.35, overflowWrap: 'anywhere' } },
  { name: 'AutonomyTeamLoadRow' },
);

export interface TeamLoadRowProps {
  scope: RollUpScope;
  group: SummaryGroup;
  load?: TeamLoadFigures;
}

/** One team; its figures lead to its entities here. */
export function TeamLoadRow({ scope, group, load }: TeamLoadRowProps) {
  const { ref, title, entities, readiness, surplus, deficit } = group;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  const all = load?.services.get(ref ?? '') ?? entities;
  const level = averageLevel(group);
  const linked = (value: number, text: string, query: ListQuery) =>
    ref && value > 0 ? (
      <Link to={hrefOf({ ...scope.filter, owner: [ref], ...query })}>
        {text}
      </Link>
    ) : (
      text
    );
  return (
    <TableRow hover>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.team}
      >
        {ref ? (
          <EntityRefLink entityRef={ref} title={title} hideIcon />
        ) : (
          t('teamLoad.noOwner')
        )}
        {ref && load?.overloaded.has(ref) && (
          <Concern>{t('teamLoad.overloaded')}</Concern>
        )}
      </TableCell>
      <TableCell align="right">
        {linked(
          entities,
          all > entities
            ? t('teamLoad.servicesHere', {
                here: format.number(entities),
                all: format.number(all),
              })
            : format.number(entities),
          {},
        )}
      </TableCell>
      <TableCell align="right">
        {level === undefined ? '–' : format.fixed(cut(level, 1), 1)}
      </TableCell>
      <TableCell align="right">
        {readiness === undefined ? '–' : format.readiness(readiness)}
      </TableCell>
      <TableCell align="right">
        {linked(surplus, format.number(surplus), { mismatch: ['surplus'] })}
      </TableCell>
      <TableCell align="right">
        {linked(deficit, format.number(deficit), { mismatch: ['deficit'] })}
      </TableCell>
    </TableRow>
  );
}
