import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useAutonomyWords } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../../translation';
import { useTableStyles } from '../../../ScorecardsPage/useTableStyles';
import type { AuditArea } from '../useAuditAreas';
import { RIGHTS, type Ratings } from './ratings';

const useStyles = makeStyles(
  theme => ({
    choice: {
      textAlign: 'center',
      // The table's own padding would move all but the last.
      '&&&&': { padding: 0 },
      '& label': { display: 'block', cursor: 'pointer' },
    },
    missing: { boxShadow: `inset 4px 0 0 ${theme.palette.error.main}` },
  }),
  { name: 'AutonomyRatingTable' },
);

export interface RatingTableProps {
  areas: AuditArea[];
  ratings: Ratings;
  /** Whether areas that lack a rating are marked. */
  marked: boolean;
  onRate: (area: string, right: DecisionRight) => void;
}

/** Every area with the five rights to choose from, beside what is recommended and in force. */
export function RatingTable(props: RatingTableProps) {
  const { areas, marked, onRate, ratings } = props;
  const classes = useStyles();
  const table = useTableStyles();
  const words = useAutonomyWords();
  const group = useId();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const word = (right: DecisionRight | undefined) =>
    right === undefined ? t('audit.unknown') : words.right(right);
  return (
    <TableContainer>
      <Table
        size="small"
        className={table.table}
        aria-label={t('auditRating.table')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('auditRating.area')}</TableCell>
            <TableCell>{t('auditRating.recommended')}</TableCell>
            <TableCell>{t('auditRating.effective')}</TableCell>
            {RIGHTS.map(right => (
              <TableCell key={right} align="center">
                {right} · {words.right(right)}
                <Typography
                  variant="caption"
                  color="textSecondary"
                  display="block"
                >
                  {words.meaning(right)}
                </Typography>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {areas.map(({ area, effective, recommended, title }) => {
            const isMissing = marked && ratings[area] === undefined;
            return (
              <TableRow key={area}>
                <TableCell
                  component="th"
                  scope="row"
                  role="rowheader"
                  className={isMissing ? classes.missing : undefined}
                >
                  {title}
                  {isMissing && (
                    <Typography
                      variant="caption"
                      color="textSecondary"
                      display="block"
                    >
                      {t('actionField.required')}
                    </Typography>
                  )}
                </TableCell>
                <TableCell>{word(recommended)}</TableCell>
                <TableCell>{word(effective)}</TableCell>
                {RIGHTS.map(right => (
                  <TableCell
                    key={right}
                    padding="none"
                    className={classes.choice}
                  >
                    <Radio
                      size="small"
                      color="primary"
                      name={`${group} ${area}`}
                      checked={ratings[area] === right}
                      onChange={() => onRate(area, right)}
                      inputProps={
                        {
                          'aria-label': t('auditRating.choice', {
                            area: title,
                            right: words.right(right),
                          }),
                          'aria-invalid': isMissing || undefined,
                        } as object
                      }
                    />
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
