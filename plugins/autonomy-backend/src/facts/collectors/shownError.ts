import { toError } from '@backstage/errors';

const MAX_LENGTH = 300;

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
 * A failure in one line that is fit to be shown: short, and without what may be a secret.
 *
 * @internal
 */
export function shownError(error: unknown): string {
  const line = toError(error)
    .message.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  const text = SECRETS.reduce(
    (shown, [secret, instead]) => shown.replace(secret, instead),
    line,
  );
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}
