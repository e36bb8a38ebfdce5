import type { PolicyDraft } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf } from '../../actions/dialog/messageOf';
import { Concern } from '../../Concern';
import { useStartSimulation } from '../../SimulationResult/useStartSimulation';
import type { useMay } from '../useMay';
import { usePolicyPaths } from '../../usePolicyPaths';
import { DiscardDialog } from './DiscardDialog';
import { SaveState } from './SaveState';
import type { DraftText } from './useDraftText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: theme.spacing(1, 2),
    },
    title: { fontWeight: 600, overflowWrap: 'anywhere' },
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    error: { flexBasis: '100%' },
  }),
  { name: 'AutonomyDraftBar' },
);

export interface DraftBarProps {
  text: DraftText;
  title: string;
  may: ReturnType<typeof useMay>;
  canPublish: boolean;
  /** The draft is saved, and the dialog is to open. */
  onPublish: () => void;
  showsYaml: boolean;
  onShowYaml: (shows: boolean) => void;
}

/** What is edited, whether it is saved, and what can be done with it. */
export function DraftBar(props: DraftBarProps) {
  const { canPublish, may, onShowYaml, showsYaml, text, title } = props;
  const classes = useStyles();
  const navigate = useNavigate();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [isDiscarding, setDiscarding] = useState(false);
  const [saving, save] = useAsyncFn(text.save, [text.save]);
  const [starting, start] = useStartSimulation();
  const isBusy = saving.loading || starting.loading;
  const error = saving.error ?? starting.error;

  // A failure is kept, and shown, where it happened.
  async function saveThen(next: (saved: PolicyDraft) => void) {
    const saved = await save();
    if (saved && !(saved instanceof Error)) next(saved);
  }

  return (
    <div className={classes.root}>
      <div>
        <Typography variant="h6" component="h2" className={classes.title}>
          {t('editor.title', { title })}
        </Typography>
        <SaveState isDirty={text.isDirty} saved={text.saved} />
      </div>
      <div className={classes.tools}>
        <Button
          size="small"
          aria-pressed={showsYaml}
          onClick={() => onShowYaml(!showsYaml)}
        >
          {t(showsYaml ? 'editor.hideYaml' : 'editor.showYaml')}
        </Button>
        {may.write && (
          <>
            <Button
              size="small"
              disabled={isBusy}
              onClick={() => setDiscarding(true)}
            >
              {t('editor.discard')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              disabled={isBusy || !text.isDirty}
              onClick={save}
            >
              {t('editor.save')}
            </Button>
          </>
        )}
        {may.simulate && (
          <Button
            size="small"
            variant="outlined"
            disabled={isBusy || (text.isDirty && !may.write)}
            onClick={() => saveThen(({ id }) => start(id))}
          >
            {t('editor.simulate')}
          </Button>
        )}
        {may.write && (
          <Button
            size="small"
            variant="contained"
            color="primary"
            disabled={isBusy || !canPublish}
            onClick={() => saveThen(props.onPublish)}
          >
            {t('simulation.publish')}
          </Button>
        )}
      </div>
      {error && !isBusy && (
        <Typography
          variant="body2"
          component="div"
          role="alert"
          className={classes.error}
        >
          <Concern>{messageOf(error)}</Concern>
        </Typography>
      )}
      {isDiscarding && (
        <DiscardDialog
          title={title}
          onDiscard={async () => {
            await text.discard();
            navigate(paths.home);
          }}
          onClose={() => setDiscarding(false)}
        />
      )}
    </div>
  );
}
