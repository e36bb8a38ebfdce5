import { IncidentChanges } from '../../incidents';
import type { MatterHandler, ProposalOpener } from '../proposals';
import { BypassHandler, type BypassHandlerOptions } from './BypassHandler';
import { BypassOpener, type BypassOpenerOptions } from './BypassOpener';

/**
 * Puts together what clears and renews bypasses.
 *
 * @returns `handler`: for the desk; `open`: takes what people propose
 * @internal
 */
export function createBypasses(
  options: BypassOpenerOptions &
    Omit<BypassHandlerOptions, 'changes'> &
    Parameters<typeof IncidentChanges.create>[0],
): { handler: MatterHandler; open: ProposalOpener } {
  const opener = BypassOpener.create(options);
  return {
    handler: BypassHandler.create({
      ...options,
      changes: IncidentChanges.create(options),
    }),
    open: (body, as) => opener.open(body, as),
  };
}
