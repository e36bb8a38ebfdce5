import { NoticesStore } from '../announcements';
import { AuditLog, createAuditLogService } from '../governance/auditlog';
import {
  createAuditRound,
  createAudits,
  linkAction,
} from '../governance/audits';
import { BoardAccess } from '../governance/BoardAccess';
import { createBoardService } from '../governance/boards';
import { createBypasses } from '../governance/bypasses';
import { createCrossDomain } from '../governance/crossDomain';
import { createExemptions } from '../governance/exemptions';
import { createGrants } from '../governance/grants';
import { createIncidentMatters } from '../governance/incidents';
import { createMismatchReader } from '../governance/mismatches';
import { createPlacements } from '../governance/placements';
import { createPlans } from '../governance/plans';
import { createPromotions } from '../governance/promotions';
import {
  createProposalDesk,
  createProposals,
  AnnouncedTelling,
} from '../governance/proposals';
import { GovernanceRounds } from '../governance/rounds';
import type { AutonomyCore } from './createCore';
import type { AutonomyReading } from './createReading';
import type { PluginServices } from './types';

/**
 * @internal
 */
export type AutonomyGovernance = ReturnType<typeof createGovernance>;

/**
 * Puts together what boards decide: the desk with its matters, what reads and asks for them, and what opens and ends
 * things by itself.
 *
 * @internal
 */
export function createGovernance(
  services: PluginServices,
  core: AutonomyCore,
  reading: AutonomyReading,
) {
  const { permissions } = services;
  const { boardsDecide, centralBoard } = core.settings;
  const notices = NoticesStore.create(core);
  const auditLog = AuditLog.create();
  const shared = {
    ...core,
    ...reading,
    ...core.evaluation,
    auditLog,
    boardsDecide,
    centralBoard,
    evaluations: reading.results.evaluations,
    notices,
    permissions,
  };
  const boards = BoardAccess.create(shared);
  const desk = createProposalDesk({
    ...shared,
    telling: AnnouncedTelling.create({
      notices,
      outbox: core.announcements.outbox,
    }),
  });
  const options = { ...shared, boards, desk };

  const promotions = createPromotions(options);
  core.evaluation.follow(promotions.follower);
  const audits = createAudits(options);
  const auditRound = createAuditRound(options);
  const placements = createPlacements({
    ...options,
    onOwnerChanged: async (trx, entityRefs, now) => {
      for (const entityRef of entityRefs) {
        await auditRound.onOwnerChanged(trx, { entityRef }, now);
      }
    },
  });
  const exemptions = createExemptions(options);
  const grants = createGrants({ ...options, linkAction });
  const plans = createPlans({ ...options, linkAction });
  const incidents = createIncidentMatters(options);
  const bypasses = createBypasses(options);
  const crossDomain = createCrossDomain(options);
  [
    promotions.handler,
    ...placements.handlers,
    ...exemptions.handlers,
    ...grants.handlers,
    ...plans.matters,
    incidents.handler,
    bypasses.handler,
    crossDomain.handler,
  ].forEach(handler => desk.register(handler));

  const proposals = createProposals({
    ...options,
    openers: {
      bypass: bypasses.open,
      'cross-domain': crossDomain.open,
    },
  });
  const rounds = GovernanceRounds.create({
    ...services,
    ...core,
    steps: [
      { name: 'what nobody decided in time', work: now => desk.endDue(now) },
      { name: 'promotions', work: promotions.rounds },
      { name: 'moves and tiers', work: placements.openDue },
      { name: 'changes of incidents', work: incidents.openDue },
      {
        name: 'requests from before',
        work: now => exemptions.adoption.run(now),
      },
      { name: 'trust audits', work: now => auditRound.openDue(now) },
      {
        name: 'reminders of plans',
        work: now => plans.reminders.remind(now),
      },
    ],
  });
  return {
    incidentAgenda: incidents.agenda,
    rounds,
    services: {
      auditLog: createAuditLogService({ ...core, permissions }),
      audits,
      boards: createBoardService({
        ...options,
        ...proposals,
        audits,
        catalog: services.catalog,
        grants: grants.service,
        plans: plans.service,
      }),
      exemptions: exemptions.service,
      grants: grants.service,
      mismatches: createMismatchReader(options),
      plans: plans.service,
      proposals: proposals.service,
    },
  };
}
