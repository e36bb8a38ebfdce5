import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../../translation';
import { EntityName } from '../../../actions/shared';
import { PageSection } from '../../../PageSection';
import { useTableStyles } from '../../../ScorecardsPage/useTableStyles';
import { StateMessage } from '../../../StateMessage';
import type { AuditArea } from '../useAuditAreas';

export interface OwnRatingProps {
  audit: RecordedAudit;
  areas: AuditArea[];
}

/** What the reader's own side said, while the other one has not rated; nothing of that one is shown. */
export function OwnRating({ areas, audit }: OwnRatingProps) {
  const classes = useTableStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const side = audit.team ? 'team' : 'board';
  const rating = audit.team ?? audit.board;
  if (!rating) {
    return (
      <PageSection title={t('audits.state.rating')}>
        <StateMessage
          title={t('auditRating.secretTitle')}
          text={t('auditRating.secretText')}
        />
      </PageSection>
    );
  }
  return (
    <PageSection title={t(`auditRating.own.${side}`)}>
      <Typography variant="body2" role="status" paragraph>
        {t(`auditRating.waiting.${side}`)}
      </Typography>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('auditRating.ratedBy', {
          who: <EntityName entityRef={rating.ratedBy} />,
          date: format.dateTime(rating.ratedAt),
        })}
      </Typography>
      <Table
        size="small"
        className={classes.table}
        aria-label={t(`auditRating.own.${side}`)}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('auditRating.area')}</TableCell>
            <TableCell>{t('auditRating.rated')}</TableCell>
            <TableCell>{t('auditRating.recommended')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {areas
            .filter(({ area }) => rating.ratings[area] !== undefined)
            .map(({ area, recommended, title }) => (
              <TableRow key={area}>
                <TableCell component="th" scope="row" role="rowheader">
                  {title}
                </TableCell>
                <TableCell>{words.right(rating.ratings[area])}</TableCell>
                <TableCell>
                  {recommended === undefined
                    ? t('audit.unknown')
                    : words.right(recommended)}
                </TableCell>
              </TableRow>
            ))}
        </TableBody>
      </Table>
      {rating.note && (
        <Typography variant="body2">
          {t('auditRating.noteIs', { note: rating.note })}
        </Typography>
      )}
    </PageSection>
  );
}
