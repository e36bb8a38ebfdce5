import type {
  BatchItemResult,
  BatchResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What became of each item, with how many there are of each kind.
 *
 * @internal
 */
export function toBatchResponse(results: BatchItemResult[]): BatchResponse {
  const count = (wanted: BatchItemResult['status']) =>
    results.filter(({ status }) => status === wanted).length;
  return {
    stored: count('stored'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
    results,
  };
}
