import type {
  ListMovesRequest,
  ListMovesResponse,
  MoveGroups,
  MovesFilter,
  NewSimulation,
  SimulatedMove,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** @internal */
export interface AsCaller {
  credentials: BackstageCredentials;
}

/**
 * Drafts tried on everything that is stored, for somebody.
 *
 * @internal
 */
export interface SimulationService {
  /**
   * Begins to try a draft, or some text, on every entity.
   *
   * @throws InputError where the text is no policy; NotAllowedError; NotFoundError for a draft that is not there;
   * ConflictError where too many are not over yet
   */
  start(simulation: NewSimulation, options: AsCaller): Promise<Simulation>;

  /** The newest first, at most 50; of one draft where it is given. */
  list(request: { draftId?: string }, options: AsCaller): Promise<Simulation[]>;

  /** @throws NotAllowedError, NotFoundError */
  get(id: string, options: AsCaller): Promise<Simulation>;

  /** @throws NotAllowedError, NotFoundError; ConflictError where it is over already */
  cancel(id: string, options: AsCaller): Promise<Simulation>;

  /** @throws InputError for a cursor that is not ours; NotAllowedError, NotFoundError */
  listMoves(
    id: string,
    request: ListMovesRequest,
    options: AsCaller,
  ): Promise<ListMovesResponse>;

  /** @throws NotAllowedError, NotFoundError */
  groups(
    id: string,
    by: 'domain' | 'owner',
    options: AsCaller,
  ): Promise<MoveGroups>;

  /** All moves, piece by piece. @throws NotAllowedError, NotFoundError */
  moves(
    id: string,
    filter: MovesFilter,
    options: AsCaller,
  ): Promise<AsyncIterable<SimulatedMove[]>>;

  /** In Markdown. @throws NotAllowedError, NotFoundError */
  report(id: string, filter: MovesFilter, options: AsCaller): Promise<string>;
}
