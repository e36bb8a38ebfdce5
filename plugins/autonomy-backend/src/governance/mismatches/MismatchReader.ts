import type {
  ListMismatchesRequest,
  ListMismatchesResponse,
  MismatchFilter,
  RiskMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';

/**
 * Where teams decide more or less than their record recommends, of the entities that somebody may read.
 *
 * @internal
 */
export interface MismatchReader {
  /**
   * @param request - refs canonical
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListMismatchesRequest,
    options: AsCaller,
  ): Promise<ListMismatchesResponse>;

  /**
   * How many areas stand at which consequence and right. Nothing is counted where only the catalog can tell what the
   * caller may read.
   *
   * @param filter - refs canonical
   */
  getRiskMatrix(filter: MismatchFilter, options: AsCaller): Promise<RiskMatrix>;
}
