import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useAutonomyWords,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { useAreaTitles, useContentSentence } from '../words';

/** What a proposal would change, with what follows from its kind. */
export function ContentDetails({ proposal }: { proposal: Proposal }) {
  const { content } = proposal;
  const classes = useBoardStyles();
  const sentence = useContentSentence();
  const notes = useNotes(proposal);
  return (
    <>
      <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
        <strong>{sentence(content)}</strong>
      </Typography>
      {notes.length > 0 && (
        <ul className={classes.list} style={{ margin: '8px 0' }}>
          {notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function useNotes({ content }: Proposal): ReactNode[] {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const words = useAutonomyWords();
  const areas = useAreaTitles();
  const paths = useBoardPaths();
  const planLink = (id: string) => (
    <Link to={paths.plan(id)}>{t('boardContent.plan')}</Link>
  );
  switch (content.matter) {
    case 'placement':
      return [t('boardContent.untilDecided')];
    case 'tier-review':
      return [t('boardContent.accepts')];
    case 'incident':
      return [t('boardContent.incidentStays')];
    case 'exemption':
      return [
        content.mandatory
          ? t('boardContent.mandatory')
          : t('boardContent.notMandatory'),
        ...(content.renewalOf ? [t('boardContent.renewal')] : []),
      ];
    case 'grant': {
      const { recommended, renewalOf, trial } = content;
      return [
        t('boardContent.recommended', { right: words.right(recommended) }),
        ...(trial
          ? [
              t('boardContent.trial', {
                severity: word(`consequence.${trial.failsFrom}`),
              }),
            ]
          : []),
        ...(renewalOf ? [t('boardContent.renewal')] : []),
      ];
    }
    case 'plan': {
      const { approach, cap, planId } = content;
      return [
        t('boardContent.approach', {
          approach: t(`planDetails.approaches.${approach}`),
        }),
        cap === undefined
          ? t('boardContent.noCap')
          : t('boardContent.cap', {
              areas: areas.all(content.areas),
              right: words.right(cap),
            }),
        planLink(planId),
      ];
    }
    case 'plan-change':
      return [planLink(content.planId)];
    default:
      return [];
  }
}
