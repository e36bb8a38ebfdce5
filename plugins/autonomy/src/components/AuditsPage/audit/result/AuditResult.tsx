import type {
  Evaluation,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
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
import type { AuditArea } from '../useAuditAreas';
import { ResultActions } from './ResultActions';

export interface AuditResultProps {
  audit: RecordedAudit;
  areas: AuditArea[];
  /** Of its entity; absent where there is none to be seen. */
  evaluation?: Evaluation;
  onChanged: () => void;
}

/** What both sides agreed on, and what follows from it. */
export function AuditResult(props: AuditResultProps) {
  const { areas, audit, evaluation, onChanged } = props;
  const { agreed = {}, agreedAt, agreedBy, summary } = audit;
  const classes = useTableStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <PageSection title={t('audit.agreedTitle')}>
      {agreedAt !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {t('audit.agreedBy', {
            who: <EntityName entityRef={agreedBy ?? ''} />,
            date: format.dateTime(agreedAt),
          })}
        </Typography>
      )}
      <Typography variant="body2" paragraph>
        {summary}
      </Typography>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('audit.agreedTitle')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('audit.column.area')}</TableCell>
            <TableCell>{t('audit.column.agreed')}</TableCell>
            <TableCell>{t('auditRating.effective')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {areas
            .filter(({ area }) => agreed[area] !== undefined)
            .map(({ area, effective, title }) => (
              <TableRow key={area}>
                <TableCell component="th" scope="row" role="rowheader">
                  {title}
                </TableCell>
                <TableCell>{words.right(agreed[area])}</TableCell>
                <TableCell>
                  {effective === undefined
                    ? t('audit.unknown')
                    : words.right(effective)}
                </TableCell>
              </TableRow>
            ))}
        </TableBody>
      </Table>
      <ResultActions
        audit={audit}
        evaluation={evaluation}
        onChanged={onChanged}
      />
    </PageSection>
  );
}
