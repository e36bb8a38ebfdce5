import type { ProposalEvidence } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import type { TabTopic } from '../../EntityAutonomyContent/topics';
import { EntityTabLink } from '../../EntityTabLink';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { useEvidenceWords } from './useEvidenceWords';

/** Where the tab of an entity tells more of each kind as it is now. */
const TOPICS: Record<string, TabTopic> = {
  level: 'level',
  readiness: 'readiness',
  accountability: 'accountability',
  trust: 'trust',
  check: 'guardrails',
  guardrail: 'guardrails',
  right: 'rights',
  incident: 'timeline',
  tier: 'tier',
  advice: 'timeline',
};

/** Kinds that are about one decision area. */
const AREAS = ['right', 'trust'];

export interface EvidenceTableProps {
  entityRef: string;
  evidence: ProposalEvidence[];
}

/** What the board saw when the proposal was opened. */
export function EvidenceTable({ entityRef, evidence }: EvidenceTableProps) {
  const classes = useTableStyles();
  const words = useEvidenceWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (evidence.length === 0) {
    return (
      <Typography variant="body2">{t('boardProposal.noEvidence')}</Typography>
    );
  }
  return (
    <TableContainer>
      <Table
        size="small"
        className={`${classes.table} ${classes.text}`}
        aria-label={t('boardProposal.evidence')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('boardProposal.evidenceTitle')}</TableCell>
            <TableCell>{t('boardProposal.value')}</TableCell>
            <TableCell>{t('boardProposal.bound')}</TableCell>
            <TableCell>{t('boardProposal.verdict')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {evidence.map((line, index) => (
            <TableRow key={index}>
              <TableCell
                component="th"
                scope="row"
                role="rowheader"
                className={classes.name}
              >
                {isFirst(evidence, index) && TOPICS[line.kind] ? (
                  <EntityTabLink
                    entityRef={entityRef}
                    title={words.title(line)}
                    topic={TOPICS[line.kind]}
                    area={AREAS.includes(line.kind) ? line.ref : undefined}
                  />
                ) : (
                  words.title(line)
                )}
              </TableCell>
              <TableCell>{words.value(line.kind, line.value)}</TableCell>
              <TableCell>{words.value(line.kind, line.bound)}</TableCell>
              <TableCell>
                {line.met !== undefined && <Verdict met={line.met} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** One link to each thing is enough. */
function isFirst(evidence: ProposalEvidence[], index: number): boolean {
  const { kind, ref } = evidence[index];
  return (
    evidence.findIndex(line => line.kind === kind && line.ref === ref) === index
  );
}

function Verdict({ met }: { met: boolean }) {
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const Icon = met ? RiCheckLine : RiCloseLine;
  return (
    <span
      className={met ? tones.good : tones.bad}
      style={{ whiteSpace: 'nowrap' }}
    >
      <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
      {t(met ? 'boardProposal.met' : 'boardProposal.notMet')}
    </span>
  );
}
