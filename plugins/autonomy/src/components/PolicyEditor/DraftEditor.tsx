import type {
  PolicyDocumentIssue,
  PolicyDraft,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { autonomyTranslationRef } from '../../translation';
import { YamlPane } from './code/YamlPane';
import { valueAt } from './document/address';
import { EditingProvider } from './document/Editing';
import { ConflictDialog } from './draft/ConflictDialog';
import { DraftBar } from './draft/DraftBar';
import { DraftNotices } from './draft/DraftNotices';
import { useDraftText } from './draft/useDraftText';
import { useLeaveGuard } from './draft/useLeaveGuard';
import { DocumentForm } from './DocumentForm';
import { PublishDialog } from './publish/PublishDialog';
import {
  ApplicabilityProvider,
  useApplicability,
} from './scorecard/Applicability';
import { TrialPanel } from './trial/TrialPanel';
import { useDraftEditing } from './useDraftEditing';
import { useMay } from './useMay';
import { PUBLISH, usePolicyPaths } from '../usePolicyPaths';
import { useVerdict } from './verdict/useVerdict';
import { VerdictPanel } from './verdict/VerdictPanel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      // A link beside other words is more than a colour.
      '& p a, & div[class*=body2] a, & div[class*=FormHelperText] a': {
        textDecoration: 'underline',
      },
    },
    panes: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      alignItems: 'start',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      },
    },
    side: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  }),
  { name: 'AutonomyDraftEditor' },
);

/** A draft as a form and as text, with what the backend says of it, until it is published. */
export function DraftEditor({ draft }: { draft: PolicyDraft }) {
  const classes = useStyles();
  const navigate = useNavigate();
  const paths = usePolicyPaths();
  const [params, setParams] = useSearchParams();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const may = useMay(draft.kind);
  const text = useDraftText(draft);
  const { isDirty, saved, setYaml, yaml } = text;
  const [showsYaml, setShowsYaml] = useState(true);
  const [target, setTarget] = useState<PolicyDocumentIssue>();
  const judged = useVerdict(saved, yaml);
  const { isCurrent, verdict } = judged;
  const { editing, mistake } = useDraftEditing({
    draft,
    yaml,
    setYaml,
    mayWrite: may.write === true,
    verdict: isCurrent ? verdict : undefined,
  });
  const applicability = useApplicability(
    yaml,
    may.simulate && draft.kind !== 'policy' && mistake === undefined,
  );
  useLeaveGuard(isDirty, t('editor.leave'));

  const title = String(
    valueAt(editing.document, ['metadata', 'title']) ?? draft.name,
  );
  const canPublish =
    may.write === true &&
    isCurrent &&
    verdict.issues.length === 0 &&
    mistake === undefined;
  const isPublishing = params.has(PUBLISH) && canPublish && !isDirty;
  const publish = (open: boolean) =>
    setParams(open ? { [PUBLISH]: 'true' } : {}, { replace: true });

  return (
    <div className={classes.root}>
      <DraftBar
        text={text}
        title={title}
        may={may}
        canPublish={canPublish}
        onPublish={() => publish(true)}
        showsYaml={showsYaml}
        onShowYaml={setShowsYaml}
      />
      <DraftNotices
        isOutdated={saved.isOutdated}
        mayWrite={may.write}
        mistake={mistake}
        text={text}
      />
      <div className={classes.panes}>
        <EditingProvider value={editing}>
          <ApplicabilityProvider value={applicability}>
            <DocumentForm kind={draft.kind} />
          </ApplicabilityProvider>
        </EditingProvider>
        <div className={classes.side}>
          {showsYaml && (
            <YamlPane
              yaml={yaml}
              onChange={setYaml}
              isReadOnly={may.write !== true}
              verdict={isCurrent ? verdict : undefined}
              target={target}
            />
          )}
          <VerdictPanel
            {...judged}
            onGo={issue => {
              setShowsYaml(true);
              // Another object, so that the same issue leads there again.
              setTarget({ ...issue });
            }}
          />
          {may.simulate && <TrialPanel yaml={yaml} />}
        </div>
      </div>
      {text.conflict && (
        <ConflictDialog
          theirs={text.conflict}
          mine={yaml}
          onTakeTheirs={() => text.takeTheirs(text.conflict!)}
          onKeepMine={() => text.keepMine(text.conflict!)}
          onClose={text.endConflict}
        />
      )}
      {isPublishing && (
        <PublishDialog
          draft={saved}
          title={title}
          onPublished={() => {
            text.forget();
            navigate(paths.document(draft));
          }}
          onClose={() => publish(false)}
        />
      )}
    </div>
  );
}
