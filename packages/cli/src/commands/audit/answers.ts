import type { AuditLogVerification } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Failure } from '../../Failure';
import { isObject } from '../../isObject';

/**
 * The names of the chains that the portal has.
 *
 * @throws Failure (input) for any other answer
 * @internal
 */
export function readChains(body: unknown): string[] {
  const items = isObject(body) ? body.items : undefined;
  if (
    !Array.isArray(items) ||
    !items.every(item => isObject(item) && typeof item.chain === 'string')
  ) {
    throw notOurs();
  }
  return items.map(({ chain }) => chain);
}

/**
 * What the portal found out about a chain. Nothing passes for intact but what says so.
 *
 * @throws Failure (input) for any other answer
 * @internal
 */
export function readVerification(body: unknown): AuditLogVerification {
  if (
    !isObject(body) ||
    typeof body.chain !== 'string' ||
    typeof body.intact !== 'boolean' ||
    !Number.isSafeInteger(body.entries)
  ) {
    throw notOurs();
  }
  return body as unknown as AuditLogVerification;
}

function notOurs(): Failure {
  return new Failure(
    'input',
    'the verification was answered by something else; is --url the backend?',
  );
}
