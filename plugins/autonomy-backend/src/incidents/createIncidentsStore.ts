import type { Knex } from 'knex';
import { DatabaseIncidentReports } from './DatabaseIncidentReports';
import type { IncidentConsequences } from './IncidentConsequences';
import { DatabaseIncidentsStore, type IncidentsStore } from './IncidentsStore';

/**
 * @param options - `defaultArea`: what an incident without areas touches
 * @internal
 */
export function createIncidentsStore(options: {
  consequences: IncidentConsequences;
  defaultArea: string;
  knex: Knex;
}): IncidentsStore {
  const { defaultArea, knex } = options;
  const reports = DatabaseIncidentReports.create(options);
  return DatabaseIncidentsStore.create({ defaultArea, knex, reports });
}
