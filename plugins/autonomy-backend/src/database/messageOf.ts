import { toError } from '@backstage/errors';

const MAX_LENGTH = 500;

/**
 * What went wrong, for operators to read: on one line, shortened, and without the statement and its values
 * that errors of the database begin with.
 *
 * @internal
 */
export function messageOf(error: unknown): string {
  const { code, message } = toError(error) as Error & { code?: unknown };
  const isOfDatabase = typeof code === 'string' && message.includes(' - ');
  const said = isOfDatabase
    ? message.slice(message.lastIndexOf(' - ') + ' - '.length)
    : message;
  return said.replace(/\p{Cc}+/gu, ' ').slice(0, MAX_LENGTH);
}
