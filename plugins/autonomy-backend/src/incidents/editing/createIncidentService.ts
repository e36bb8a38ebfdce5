import {
  AuthorizedIncidentService,
  type IncidentServiceOptions,
} from './AuthorizedIncidentService';
import { IncidentDesk, type IncidentDeskOptions } from './IncidentDesk';
import { IncidentQueries } from './IncidentQueries';
import type { IncidentService } from './IncidentService';

/**
 * Puts together what shows incidents, and takes edits and decisions.
 *
 * @internal
 */
export function createIncidentService(
  options: IncidentDeskOptions &
    Omit<IncidentServiceOptions, 'desk' | 'queries'>,
): IncidentService {
  return AuthorizedIncidentService.create({
    ...options,
    desk: IncidentDesk.create(options),
    queries: IncidentQueries.create(options),
  });
}
