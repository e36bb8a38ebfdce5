import type { AuditLogHead } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import { CENTRAL_CHAIN } from '../governance/auditlog';
import { parseRefWithin } from './parseQuery';

/**
 * The chain of a governance domain, made canonical, or of the centre.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parseChain(text: string): string {
  return text === CENTRAL_CHAIN
    ? text
    : parseRefWithin('chain', text, 'domain');
}

/**
 * The head that somebody kept, as `<sequence>:<hash>`.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parseHead(text: string | undefined): AuditLogHead | undefined {
  if (text === undefined) {
    return undefined;
  }
  const [, sequence, hash] = /^([1-9]\d{0,8}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === undefined) {
    throw new InputError(
      `Invalid head: expected sequence:hash with a SHA-256 in hexadecimal, found ${JSON.stringify(
        text.slice(0, 60),
      )}`,
    );
  }
  return { sequence: Number(sequence), hash };
}
