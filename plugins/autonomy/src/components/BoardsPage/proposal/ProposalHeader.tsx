import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { BoardName, EntityName } from '../../actions/shared';
import { EntityTabLink } from '../../EntityTabLink';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';
import { useSentence, useTallyWords } from '../words';
import { AppealAction } from './AppealAction';
import { StateWord } from './StateWord';
import { WithdrawAction } from './WithdrawAction';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      minWidth: 0,
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyProposalHeader' },
);

export interface ProposalHeaderProps {
  proposal: Proposal;
  onChanged: () => void;
}

/** What is proposed, how far it is, and what the reader may do about it besides voting. */
export function ProposalHeader({ onChanged, proposal }: ProposalHeaderProps) {
  const { boardRef, may, state } = proposal;
  const classes = useStyles();
  const shared = useBoardStyles();
  const paths = useBoardPaths();
  const facts = useFacts(proposal);
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <Paper className={classes.root} variant="outlined">
      <Link to={paths.section('agenda', boardRef)}>
        {t('boardProposal.back')}
      </Link>
      <Typography variant="body2" color="textSecondary">
        {t(`boardMatter.${proposal.matter}`)}
      </Typography>
      <Typography variant="h5" component="h2">
        {useSentence()(proposal)}
      </Typography>
      <dl className={shared.facts}>
        {facts.flatMap(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} value`}>{value}</dd>,
        ])}
      </dl>
      {proposal.appealOf && (
        <Typography variant="body2" className={shared.text}>
          {t('boardProposal.appealOf')}{' '}
          <Link to={paths.proposal(proposal.appealOf)}>
            {t('boardProposal.rejectedOne')}
          </Link>
        </Typography>
      )}
      {(may.withdraw || may.appeal) && (
        <div className={shared.row}>
          {may.withdraw && state === 'open' && (
            <WithdrawAction proposal={proposal} onDone={onChanged} />
          )}
          {may.appeal && (
            <AppealAction proposal={proposal} onDone={onChanged} />
          )}
        </div>
      )}
    </Paper>
  );
}

function useFacts(proposal: Proposal): [string, ReactNode][] {
  const { boardRef, decidedAt, domainRef, entityRef, entityTitle } = proposal;
  const { lapsesAt, openedAt, openedBy, state, tally } = proposal;
  const format = useFormatters();
  const now = useNow();
  const tallyWords = useTallyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const isOpen = state === 'open';
  const isDecided = state === 'approved' || state === 'rejected';
  const lapses =
    lapsesAt === undefined
      ? t('boardAgenda.never')
      : `${format.until(lapsesAt, now)} (${format.date(lapsesAt)})`;
  return [
    [t('boardProposal.state'), <StateWord key="state" state={state} />],
    [
      t('boardProposal.entity'),
      <EntityTabLink key="entity" entityRef={entityRef} title={entityTitle} />,
    ],
    ...(domainRef
      ? [
          [
            t('boardProposal.domain'),
            <EntityName key="domain" entityRef={domainRef} />,
          ] as [string, ReactNode],
        ]
      : []),
    [t('boardProposal.board'), <BoardName key="board" boardRef={boardRef} />],
    [
      t('boardProposal.opened'),
      `${format.dateTime(openedAt)} (${format.relative(openedAt, now)})`,
    ],
    [
      t('boardProposal.openedBy'),
      openedBy ? (
        <EntityName key="by" entityRef={openedBy} />
      ) : (
        t('boardProposal.bySuite')
      ),
    ],
    ...(isOpen
      ? [[t('boardProposal.lapsesAt'), lapses] as [string, ReactNode]]
      : []),
    ...(decidedAt === undefined
      ? []
      : [
          [
            isDecided
              ? t('boardProposal.decidedAt')
              : t('boardProposal.endedAt'),
            format.dateTime(decidedAt),
          ] as [string, ReactNode],
        ]),
    [
      t('boardProposal.tally'),
      `${tallyWords.votes(tally, isOpen)} · ${tallyWords.split(tally)}`,
    ],
  ];
}
