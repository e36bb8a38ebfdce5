import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Dialog from '@material-ui/core/Dialog';
import DialogContent from '@material-ui/core/DialogContent';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { EvidenceDetails } from './EvidenceDetails';
import { GuardrailDetails } from './GuardrailDetails';
import { LevelDetails } from './LevelDetails';
import { PlanDetails } from './PlanDetails';
import { ReadinessDetails } from './ReadinessDetails';
import { RightsDetails } from './RightsDetails';
import { TierDetails } from './TierDetails';

const TOPICS = [
  'level',
  'rights',
  'guardrails',
  'readiness',
  'plans',
  'tier',
  'evidence',
] as const;

/** What the details can begin with. */
export type DetailsTopic = (typeof TOPICS)[number];

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      padding: theme.spacing(2, 2, 0, 3),
    },
    title: { overflowWrap: 'anywhere' },
    tabs: {
      flex: 'none',
      padding: theme.spacing(0, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    tab: {
      minWidth: 0,
      padding: theme.spacing(0.75, 1.5),
      // The host's own is white in every theme.
      '&:hover': { background: theme.palette.action.hover },
    },
    content: {
      padding: theme.spacing(3),
      // The same for every topic, so that the tabs stay where they are.
      height: 700,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'AutonomyDetailsDialog' },
);

export interface AutonomyDetailsDialogProps {
  evaluation: Evaluation;
  initialTopic: DetailsTopic;
  initialArea?: string;
  onClose: () => void;
}

/** Every reason behind the card, by topic. */
export function AutonomyDetailsDialog(props: AutonomyDetailsDialogProps) {
  const { evaluation, initialTopic, initialArea, onClose } = props;
  const { entity } = evaluation;
  const classes = useStyles();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [topic, setTopic] = useState(initialTopic);
  // Few entities ever have a plan.
  const topics = TOPICS.filter(
    item => item !== 'plans' || evaluation.plans.length > 0,
  );
  const titleId = `autonomy-details-${entity.name}`;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={narrow}
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <div className={classes.header}>
        <Typography
          id={titleId}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          {t('details.title', { entity: entity.title ?? entity.name })}
        </Typography>
        <IconButton
          size="small"
          aria-label={t('details.close')}
          onClick={onClose}
        >
          <RiCloseLine size={20} />
        </IconButton>
      </div>
      <Tabs
        className={classes.tabs}
        value={topic}
        onChange={(_, value) => setTopic(value)}
        variant="scrollable"
        indicatorColor="primary"
        aria-label={t('details.topics')}
      >
        {topics.map(item => (
          <Tab
            key={item}
            id={`${titleId}-${item}`}
            aria-controls={`${titleId}-panel`}
            className={classes.tab}
            value={item}
            label={t(`details.${item}`)}
          />
        ))}
      </Tabs>
      <DialogContent
        id={`${titleId}-panel`}
        className={classes.content}
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`${titleId}-${topic}`}
      >
        {topic === 'level' && <LevelDetails {...evaluation} />}
        {topic === 'rights' && (
          <RightsDetails evaluation={evaluation} initialArea={initialArea} />
        )}
        {topic === 'guardrails' && <GuardrailDetails {...evaluation} />}
        {topic === 'readiness' && <ReadinessDetails {...evaluation} />}
        {topic === 'plans' && <PlanDetails {...evaluation} />}
        {topic === 'tier' && <TierDetails {...entity.tier} />}
        {topic === 'evidence' && <EvidenceDetails {...evaluation} />}
      </DialogContent>
    </Dialog>
  );
}
