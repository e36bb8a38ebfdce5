import {
  AuthorizedIncidents,
  type AuthorizedIncidentsOptions,
} from './AuthorizedIncidents';
import {
  AuthorizedIncidentService,
  type IncidentServiceOptions,
} from './AuthorizedIncidentService';
import { IncidentDesk, type IncidentDeskOptions } from './IncidentDesk';
import { IncidentQueries } from './IncidentQueries';
import { IncidentRights, type IncidentRightsOptions } from './IncidentRights';
import type { IncidentService } from './IncidentService';

/**
 * Puts together what shows incidents, and takes edits and decisions.
 *
 * @internal
 */
export function createIncidentService(
  options: IncidentDeskOptions &
    IncidentRightsOptions &
    Omit<AuthorizedIncidentsOptions, 'queries'> &
    Pick<IncidentServiceOptions, 'index'>,
): IncidentService {
  return AuthorizedIncidentService.create({
    access: options.access,
    index: options.index,
    desk: IncidentDesk.create(options),
    incidents: AuthorizedIncidents.create({
      ...options,
      queries: IncidentQueries.create(options),
    }),
    rights: IncidentRights.create(options),
  });
}
