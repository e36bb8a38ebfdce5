import type {
  GuardrailMatrix,
  GuardrailMatrixRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Counts for somebody how entities stand with each guardrail, by governance domain.
 *
 * @internal
 */
export interface GuardrailMatrixReader {
  read(
    request: GuardrailMatrixRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<GuardrailMatrix>;
}
