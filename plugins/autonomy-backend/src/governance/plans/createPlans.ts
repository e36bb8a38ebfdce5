import type { NoticesStore } from '../../announcements';
import type { EvaluationInputs } from '../../evaluation';
import type { MatterHandler } from '../proposals';
import {
  AuthorizedPlanService,
  type PlanServiceOptions,
} from './AuthorizedPlanService';
import { DatabasePlans } from './DatabasePlans';
import { EntityChecks } from './EntityChecks';
import { PlanAsking, type PlanAskingOptions } from './PlanAsking';
import { PlanChangeMatter } from './PlanChangeMatter';
import { PlanDesk, type PlanDeskOptions } from './PlanDesk';
import { PlanDrafters, type PlanDraftersOptions } from './PlanDrafters';
import { PlanEvidence } from './PlanEvidence';
import { PlanMatter } from './PlanMatter';
import { PlanMoves, type PlanMovesOptions } from './PlanMoves';
import { PlanQueries } from './PlanQueries';
import { PlanReminders } from './PlanReminders';
import { PlanRoles } from './PlanRoles';
import type { PlanService } from './PlanService';
import { PlanSigning, type PlanSigningOptions } from './PlanSigning';
import { PlanSubjects, type PlanSubjectsOptions } from './PlanSubjects';
import { PlanViews, type PlanViewsOptions } from './PlanViews';
import { RepairAdvisor } from './RepairAdvisor';

/**
 * @internal
 */
export type PlansOptions = Omit<
  PlanServiceOptions,
  'advisor' | 'desk' | 'moves' | 'queries' | 'signing' | 'views'
> &
  Omit<
    PlanDeskOptions,
    'asking' | 'drafters' | 'plans' | 'queries' | 'subjects'
  > &
  Omit<PlanDraftersOptions, 'roles'> &
  Omit<PlanAskingOptions, 'evidence' | 'plans'> &
  Omit<PlanSigningOptions, 'asking' | 'plans' | 'queries'> &
  Omit<PlanMovesOptions, 'checks'> &
  Omit<PlanViewsOptions, 'checks' | 'roles'> &
  Omit<PlanSubjectsOptions, 'checks'> &
  Parameters<typeof PlanRoles.create>[0] & {
    inputs: Pick<EvaluationInputs, 'load'>;
    notices: Pick<NoticesStore, 'add'>;
  };

/**
 * Puts together what drafts, signs, moves and shows recalibration plans.
 *
 * @returns `matters`: to register with the desk; `reminders`: for the rounds in the background
 * @internal
 */
export function createPlans(options: PlansOptions): {
  matters: MatterHandler[];
  queries: PlanQueries;
  reminders: PlanReminders;
  service: PlanService;
} {
  const queries = PlanQueries.create(options);
  const checks = EntityChecks.create(options);
  const roles = PlanRoles.create(options);
  const advisor = RepairAdvisor.create({ ...options, queries });
  const parts = { ...options, advisor, checks, queries, roles };
  const plans = DatabasePlans.create();
  const evidence = PlanEvidence.create(parts);
  const asking = PlanAsking.create({ ...parts, evidence, plans });
  const subjects = PlanSubjects.create(parts);
  return {
    matters: [
      PlanMatter.create({ plans, queries }),
      PlanChangeMatter.create({ checks, plans, queries }),
    ],
    queries,
    reminders: PlanReminders.create(parts),
    service: AuthorizedPlanService.create({
      ...parts,
      desk: PlanDesk.create({
        ...parts,
        asking,
        drafters: PlanDrafters.create(parts),
        plans,
        subjects,
      }),
      moves: PlanMoves.create(parts),
      signing: PlanSigning.create({ ...parts, asking, plans }),
      views: PlanViews.create(parts),
    }),
  };
}
