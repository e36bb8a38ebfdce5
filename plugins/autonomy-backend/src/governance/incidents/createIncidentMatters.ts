import { IncidentChanges, type IncidentAgenda } from '../../incidents';
import type { MatterHandler } from '../proposals';
import {
  BoardIncidentAgenda,
  type IncidentAgendaOptions,
} from './BoardIncidentAgenda';
import {
  IncidentHandler,
  type IncidentHandlerOptions,
} from './IncidentHandler';
import { IncidentRounds, type IncidentRoundsOptions } from './IncidentRounds';

/**
 * Puts together what brings changes of incidents before boards.
 *
 * @returns `agenda`: for what takes edits of incidents; `handler`: for the desk; `openDue`: to be run now and then
 * @internal
 */
export function createIncidentMatters(
  options: IncidentAgendaOptions &
    Omit<IncidentHandlerOptions, 'changes'> &
    Omit<IncidentRoundsOptions, 'agenda'> &
    Parameters<typeof IncidentChanges.create>[0],
): {
  agenda: IncidentAgenda;
  handler: MatterHandler;
  openDue: (now: number) => Promise<number>;
} {
  const agenda = BoardIncidentAgenda.create(options);
  const rounds = IncidentRounds.create({ ...options, agenda });
  return {
    agenda,
    handler: IncidentHandler.create({
      ...options,
      changes: IncidentChanges.create(options),
    }),
    openDue: now => rounds.run(now),
  };
}
