import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  GuardrailStatusChip,
  LevelBadge,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { ReadinessScore } from '../ReadinessScore';
import { MismatchMarks } from './MismatchMarks';

/** One entity; its name and those of its owner and domain lead to their pages. */
export function EntityRow({ entity }: { entity: AutonomyEntitySummary }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const { guardrailStatus, guardrailsBreached } = entity;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" role="rowheader">
        <EntityRefLink
          entityRef={entity.entityRef}
          title={entity.title ?? entity.name}
          hideIcon
        />
        <Typography variant="caption" color="textSecondary" display="block">
          {entity.type ?? entity.kind}
        </Typography>
      </TableCell>
      <TableCell>
        <LevelBadge level={entity.level} title={entity.levelTitle} />
      </TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        <GuardrailStatusChip
          status={guardrailStatus}
          count={guardrailsBreached || undefined}
        />
      </TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        <ReadinessScore score={entity.readiness} band={entity.readinessBand} />
      </TableCell>
      <TableCell align="right">{format.share(entity.accountability)}</TableCell>
      <TableCell style={{ whiteSpace: 'nowrap' }}>
        {entity.tier} · {t(`tier.${entity.tier}`)}
      </TableCell>
      <TableCell>
        {entity.ownerRef && (
          <EntityRefLink entityRef={entity.ownerRef} hideIcon />
        )}
      </TableCell>
      <TableCell>
        {entity.domainRef && (
          <EntityRefLink entityRef={entity.domainRef} hideIcon />
        )}
      </TableCell>
      <TableCell>
        <MismatchMarks entity={entity} />
      </TableCell>
    </TableRow>
  );
}
