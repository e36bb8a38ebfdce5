import type { Knex } from 'knex';
import { DomainBoards } from '../../entities';
import {
  AuthorizedObjectiveService,
  type ObjectiveServiceOptions,
} from './AuthorizedObjectiveService';
import { DatabaseObjectivesStore } from './DatabaseObjectivesStore';
import type { ObjectiveService } from './ObjectiveService';

/**
 * Puts together what shows and sets objectives.
 *
 * @internal
 */
export function createObjectiveService(
  options: Omit<ObjectiveServiceOptions, 'boards' | 'store'> &
    Parameters<typeof DomainBoards.create>[0] & { knex: Knex },
): ObjectiveService {
  return AuthorizedObjectiveService.create({
    ...options,
    boards: DomainBoards.create(options),
    store: DatabaseObjectivesStore.create(options),
  });
}
