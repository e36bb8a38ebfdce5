import type { Mismatch } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { EntityTabLink } from '../../EntityTabLink';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';

/** One area of an entity; its name leads to the reasons of what is recommended. */
export function MismatchRow({ item }: { item: Mismatch }) {
  const { area, areaTitle, difference, entityRef, ownerRef, tier } = item;
  const classes = useTableStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const isSurplus = difference > 0;
  const Arrow = isSurplus ? RiArrowUpLine : RiArrowDownLine;
  const count = Math.abs(difference);
  return (
    <TableRow hover>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={classes.name}
      >
        <EntityTabLink
          entityRef={entityRef}
          title={item.entityTitle}
          area={area}
          topic="rights"
        />
        {ownerRef && (
          <Typography variant="caption" color="textSecondary" display="block">
            <EntityName entityRef={ownerRef} />
          </Typography>
        )}
      </TableCell>
      <TableCell>
        {areaTitle}
        <Typography variant="caption" color="textSecondary" display="block">
          {t('mismatches.consequence', {
            consequence: word(`consequence.${item.consequence}`),
          })}
        </Typography>
      </TableCell>
      <TableCell>
        {words.right(item.actual)}
        <Typography variant="caption" color="textSecondary" display="block">
          {t(`mismatch.source.${item.source}`)}
        </Typography>
      </TableCell>
      <TableCell>{words.right(item.recommended)}</TableCell>
      <TableCell className={classes.figure}>
        <Arrow size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
        {isSurplus
          ? t('mismatches.more', { count })
          : t('mismatches.less', { count })}
      </TableCell>
      <TableCell align="right">{format.share(item.trust)}</TableCell>
      <TableCell className={classes.figure}>
        {tier} · {t(`tier.${tier}`)}
      </TableCell>
      <TableCell align="right">{format.number(item.priority, 2)}</TableCell>
    </TableRow>
  );
}
