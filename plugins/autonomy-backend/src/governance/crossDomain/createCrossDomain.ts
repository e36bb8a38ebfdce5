import { DomainBoards } from '../../entities';
import type { MatterHandler, ProposalOpener } from '../proposals';
import { CrossDomainHandler } from './CrossDomainHandler';
import {
  CrossDomainOpener,
  type CrossDomainOpenerOptions,
} from './CrossDomainOpener';

/**
 * Puts together what asks the central board about several governance domains.
 *
 * @returns `handler`: for the desk; `open`: takes what people propose
 * @internal
 */
export function createCrossDomain(
  options: Omit<CrossDomainOpenerOptions, 'domains'> &
    Parameters<typeof DomainBoards.create>[0],
): { handler: MatterHandler; open: ProposalOpener } {
  const domains = DomainBoards.create(options);
  const opener = CrossDomainOpener.create({ ...options, domains });
  return {
    handler: CrossDomainHandler.create(),
    open: (body, as) => opener.open(body, as),
  };
}
