import type { BoardAgenda } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { StateMessage } from '../../StateMessage';
import { Answer } from '../Answer';
import { DebtTable } from '../debt/DebtTable';
import { useBoardStyles } from '../styles';
import { AuditsDue } from './AuditsDue';
import { Findings } from './Findings';
import { PlansDue } from './PlansDue';
import { ProposalsToDecide } from './ProposalsToDecide';

export interface AgendaViewProps {
  boardRef: string;
  onVoted: () => void;
}

/** Everything that a board has to decide or to look at. */
export function AgendaView({ boardRef, onVoted }: AgendaViewProps) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const state = useAsyncRetry(() => api.getAgenda(boardRef), [api, boardRef]);
  return (
    <Answer state={state} label={t('boardAgenda.loading')}>
      {agenda => (
        <Agenda
          agenda={agenda}
          onVoted={() => {
            state.retry();
            onVoted();
          }}
        />
      )}
    </Answer>
  );
}

function Agenda(props: { agenda: BoardAgenda; onVoted: () => void }) {
  const { agenda, onVoted } = props;
  const { audits, board, counts, debt, findings, plans, proposals } = agenda;
  const classes = useBoardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const debts = debt.filter(({ pairs }) => pairs > 0);
  const counted = counts.proposals + counts.plans + counts.audits;
  const cutOf = (shown: number, all: number) =>
    all > shown && (
      <Typography variant="body2" color="textSecondary">
        {t('boardAgenda.cut', {
          shown: format.number(shown),
          all: format.number(all),
        })}
      </Typography>
    );
  return (
    <div className={classes.stack}>
      {counted + findings.length === 0 ? (
        <StateMessage
          title={t('boardAgenda.emptyTitle')}
          text={t('boardAgenda.emptyText')}
        />
      ) : (
        <>
          <PageSection
            title={t('boardAgenda.proposals', {
              number: format.number(counts.proposals),
            })}
          >
            {proposals.length > 0 ? (
              <ProposalsToDecide
                boardRef={board.boardRef}
                proposals={proposals}
                onVoted={onVoted}
              />
            ) : (
              <Typography variant="body2">
                {t('boardAgenda.noProposals')}
              </Typography>
            )}
            {cutOf(proposals.length, counts.proposals)}
          </PageSection>
          {findings.length > 0 && (
            <PageSection
              title={t('boardAgenda.findings', {
                number: format.number(findings.length),
              })}
            >
              <Findings boardRef={board.boardRef} findings={findings} />
            </PageSection>
          )}
          <PageSection
            title={t('boardAgenda.plans', {
              number: format.number(counts.plans),
            })}
          >
            <PlansDue plans={plans} />
            {cutOf(plans.length, counts.plans)}
          </PageSection>
          <PageSection
            title={t('boardAgenda.audits', {
              number: format.number(counts.audits),
            })}
          >
            <AuditsDue audits={audits} />
            {cutOf(audits.length, counts.audits)}
          </PageSection>
        </>
      )}
      {debts.length > 0 && (
        <PageSection title={t('boardDebt.title')}>
          <DebtTable debts={debts} />
        </PageSection>
      )}
    </div>
  );
}
