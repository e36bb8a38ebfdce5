import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { NoticesStore, type Outbox } from '../announcements';
import type { AutonomyConfig } from '../config';
import type { Clock } from '../database';
import { DomainBoards } from '../entities';
import type { OwnerAccess } from '../permissions';
import {
  AuthorizedPolicyDocumentsService,
  DefaultPolicyDocumentsService,
  DocumentsReader,
  PolicyImport,
  PolicyJudge,
  PolicyStarters,
  WriteAccess,
  type PolicyDocumentsService,
} from './documents';
import { DatabasePolicyDrafts, DraftDesk } from './drafts';
import {
  PublicationDesk,
  PublicationOutlook,
  PublicationTeller,
} from './publications';
import { DatabaseLosersReader } from './simulations';
import { DatabaseSimulationsStore } from './simulations/jobs';
import type { StartedPolicies } from './startPolicies';

/**
 * Puts together what edits and publishes the policy.
 *
 * @internal
 */
export function createPolicyDocuments(options: {
  clock: Clock;
  knex: Knex;
  outbox: Outbox;
  owners: OwnerAccess;
  permissions: PermissionsService;
  settings: Pick<AutonomyConfig, 'boards' | 'boardsDecide' | 'centralBoard'>;
  started: StartedPolicies;
}): PolicyDocumentsService {
  const { clock, knex, outbox, permissions, settings, started } = options;
  const { addresses, builtInTexts, conflicts, policies, versions } = started;
  const parts = {
    builtIn: new Set(builtInTexts.keys()),
    builtInTexts,
    clock,
    conflicts,
    drafts: DatabasePolicyDrafts.create({ knex }),
    policies,
    versions,
  };
  const judge = PolicyJudge.create(parts);
  const reader = DocumentsReader.create({
    ...parts,
    readProblems: () => addresses.problems(),
  });
  const desk = DraftDesk.create({ ...parts, documents: reader });
  return AuthorizedPolicyDocumentsService.create({
    permissions,
    service: DefaultPolicyDocumentsService.create({
      ...parts,
      access: WriteAccess.create({
        ...options,
        ...settings,
        boards: DomainBoards.create({ knex, settings }),
      }),
      desk,
      imports: PolicyImport.create({ ...parts, desk }),
      judge,
      publications: PublicationDesk.create({
        ...parts,
        outlook: PublicationOutlook.create({ ...parts, judge }),
        simulations: DatabaseSimulationsStore.create({ knex }),
        teller: PublicationTeller.create({
          losers: DatabaseLosersReader.create({ knex }),
          notices: NoticesStore.create({ knex }),
          outbox,
        }),
      }),
      reader,
      starters: PolicyStarters.create(parts),
    }),
  });
}
