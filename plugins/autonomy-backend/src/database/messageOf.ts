import { toError } from '@backstage/errors';

const MAX_LENGTH = 500;
/** Of what is shown; the rest is not searched, so that a message of megabytes keeps nobody waiting. */
const MOST_SEARCHED = 4;

/** Errors of the database begin with the statement and the values in it. */
const STATEMENT =
  /^\s*(?:select|insert|update|delete|with|begin|commit|rollback|savepoint|release|set|lock|truncate|copy|create|alter|drop)\b.* - /is;
const DATABASE_CODE = /^(?:SQLITE_\w+|[0-9A-Z]{5})$/;

/** What requests carry to prove who sends them, wherever a message repeats it. */
const SECRETS: [RegExp, string][] = [
  [/(\w+:\/\/)[^\s/@]+@/g, '$1'],
  [/(\w+:\/\/[^\s?"']+)\?[^\s"']*/g, '$1?…'],
  [/\b(bearer|basic|token)\s+[\w+./=~-]{8,}/gi, '$1 …'],
  [
    /((?:token|secret|password|passwd|api[-_]?key|authorization)["']?\s*[=:]\s*)(?!(?:bearer|basic|token)\b)["']?[^\s"',;]+/gi,
    '$1…',
  ],
];

/**
 * What went wrong, in one line that is fit to be shown: short, without statements of the database and their
 * values, and without what may be a secret.
 *
 * @param limit - characters at the most
 * @internal
 */
export function messageOf(error: unknown, limit: number = MAX_LENGTH): string {
  const line = withoutStatement(toError(error))
    .slice(0, MOST_SEARCHED * limit)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  const text = SECRETS.reduce(
    (shown, [secret, instead]) => shown.replace(secret, instead),
    line,
  );
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function withoutStatement(error: Error & { code?: unknown }): string {
  const { code, message } = error;
  const isOfDatabase =
    STATEMENT.test(message) ||
    (typeof code === 'string' && DATABASE_CODE.test(code));
  const end = isOfDatabase ? message.lastIndexOf(' - ') : -1;
  return end < 0 ? message : message.slice(end + ' - '.length);
}
