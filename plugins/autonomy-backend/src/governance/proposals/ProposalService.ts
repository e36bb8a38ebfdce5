import type {
  ListProposalsRequest,
  ListProposalsResponse,
  Proposal,
  VotesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';

/**
 * What boards decide, for somebody. What the caller may not read is not there for them.
 *
 * @internal
 */
export interface ProposalService {
  /**
   * @param request - entity refs canonical
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListProposalsRequest,
    options: AsCaller,
  ): Promise<ListProposalsResponse>;

  /** @throws NotFoundError where there is none, or none for this reader */
  get(id: string, options: AsCaller): Promise<Proposal>;

  /**
   * Brings something to the board.
   *
   * @param proposal - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where one about the same subject is open
   */
  propose(proposal: unknown, options: AsUser): Promise<Proposal>;

  /**
   * Votes as a member of the board. The vote that makes the quorum decides.
   *
   * @param vote - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it is decided already
   */
  vote(id: string, vote: unknown, options: AsUser): Promise<Proposal>;

  /**
   * The same vote on several, each by itself: what is wrong with one stops none of the others.
   *
   * @param votes - as it was sent: the vote with the ids
   * @returns one result for each id, in the order asked for
   * @throws InputError where the vote itself or the list of ids is wrong
   */
  voteOnAll(votes: unknown, options: AsUser): Promise<VotesResponse>;

  /**
   * Takes a proposal back, as one of those who asked.
   *
   * @throws NotAllowedError, NotFoundError; ConflictError where it is decided already
   */
  withdraw(id: string, options: AsUser): Promise<Proposal>;

  /**
   * Asks the central board about a rejected proposal, once, as one of the owners.
   *
   * @param appeal - as it was sent: the reason
   * @returns the new proposal
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where no appeal can be made, or not any more
   */
  appeal(id: string, appeal: unknown, options: AsUser): Promise<Proposal>;
}
