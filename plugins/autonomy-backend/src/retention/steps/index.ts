import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { attestations } from './attestations';
import { checkDays } from './checkDays';
import { coverage } from './coverage';
import { dailyRollUps } from './dailyRollUps';
import { departedEntities } from './departedEntities';
import { deployments } from './deployments';
import { evaluationEvents } from './evaluationEvents';
import { evaluationPoints } from './evaluationPoints';
import { evaluationQueue } from './evaluationQueue';
import { factHistory } from './factHistory';
import { facts } from './facts';
import { incidentInbox, incidentQuarantine } from './incidentInbox';
import { incidentProposals } from './incidentProposals';
import { incidents } from './incidents';
import { notices } from './notices';
import { outbox } from './outbox';
import { plans } from './plans';
import { simulations } from './simulations';
import { trustAudits } from './trustAudits';

/**
 * What is tidied up, in order: deployments name incidents, and who departed is forgotten last.
 *
 * @internal
 */
export function retentionSteps(periods: RetentionPeriods): RetentionStep[] {
  return [
    deployments(periods),
    incidents(periods),
    incidentProposals(),
    coverage(periods),
    facts(periods),
    factHistory(periods),
    attestations(periods),
    plans(periods),
    incidentInbox(periods),
    incidentQuarantine(periods),
    evaluationPoints(periods),
    evaluationEvents(periods),
    evaluationQueue(periods),
    dailyRollUps(periods),
    checkDays(periods),
    outbox(periods),
    notices(periods),
    simulations(),
    trustAudits(periods),
    departedEntities(periods),
  ];
}
