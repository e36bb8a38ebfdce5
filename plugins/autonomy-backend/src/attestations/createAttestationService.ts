import {
  AuthorizedAttestationService,
  type AuthorizedAttestationServiceOptions,
} from './AuthorizedAttestationService';
import type { AttestationService } from './AttestationService';
import {
  DefaultAttestationService,
  type AttestationServiceOptions,
} from './DefaultAttestationService';

/**
 * Puts together what takes and gives owners' answers.
 *
 * @internal
 */
export function createAttestationService(
  options: AttestationServiceOptions &
    Omit<AuthorizedAttestationServiceOptions, 'service'>,
): AttestationService {
  return AuthorizedAttestationService.create({
    ...options,
    service: DefaultAttestationService.create(options),
  });
}
