import type { ImportResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiPencilLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { useId } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicyPaths } from '../../usePolicyPaths';
import { useDocumentWords } from '../../PolicyOrigin';

type Item = ImportResult['items'][number];

const LOOKS: Record<
  Item['status'],
  { tone: Tone; Icon: RemixiconComponentType }
> = {
  'draft-created': { tone: 'good', Icon: RiPencilLine },
  'draft-replaced': { tone: 'attention', Icon: RiPencilLine },
  unchanged: { tone: 'neutral', Icon: RiCheckLine },
  refused: { tone: 'bad', Icon: RiErrorWarningLine },
};

const useStyles = makeStyles(
  theme => ({
    title: { padding: theme.spacing(2, 3, 0) },
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyImportResult' },
);

export interface ImportResultDialogProps {
  result: ImportResult;
  onClose: () => void;
}

/** What became of each document that was brought in. */
export function ImportResultDialog(props: ImportResultDialogProps) {
  const { onClose, result } = props;
  const classes = useStyles();
  const titleId = useId();
  const tones = useToneStyles();
  const words = useDocumentWords();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const said = ({ message, status }: Item) =>
    status === 'refused'
      ? t('importStatus.refused', {
          reason: message ?? t('importPolicy.noReason'),
        })
      : t(`importStatus.${status}`);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <Typography
        id={titleId}
        variant="h6"
        component="h2"
        className={classes.title}
      >
        {t('importPolicy.resultTitle')}
      </Typography>
      <DialogContent>
        <ul className={classes.list}>
          {result.items.map(item => {
            const { Icon, tone } = LOOKS[item.status];
            const { kind, name } = item.key;
            return (
              <li key={`${kind}/${name}`}>
                <strong>{name}</strong> ({words.kind(kind)}):{' '}
                <span className={tones[tone]}>
                  <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
                  {said(item)}
                </span>{' '}
                {item.draftId !== undefined && (
                  <Link
                    to={paths.draft(item.draftId)}
                    aria-label={t('importPolicy.draftName', { name })}
                  >
                    {t('importPolicy.draft')}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('importPolicy.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
