import {
  formatPolicyIssue,
  parsePolicyFile,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';

const LONGEST_MS = 10_000;

/**
 * Reads an address of the configuration.
 *
 * @param etag - of the copy that is known
 * @returns undefined where it is what it was
 * @throws InputError for a text that is no policy; whatever the reader throws
 * @internal
 */
export async function readAddress(
  reader: UrlReaderService,
  address: string,
  etag?: string,
): Promise<{ yaml: string; etag?: string } | undefined> {
  try {
    const response = await reader.readUrl(address, {
      etag,
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const yaml = (await response.buffer()).toString('utf8');
    const [issue, ...more] = parsePolicyFile(yaml, address).issues;
    if (issue) {
      const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
      throw new InputError(`${formatPolicyIssue(issue)}${rest}`);
    }
    return { yaml, ...(response.etag && { etag: response.etag }) };
  } catch (error) {
    if (isError(error) && error.name === 'NotModifiedError') {
      return undefined;
    }
    throw error;
  }
}
