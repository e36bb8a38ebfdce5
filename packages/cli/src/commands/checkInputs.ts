import { findMistakes, type EvidenceKind, type Mistake } from '../evidence';
import type { Input, ReadItem } from '../input';
import type { Report } from '../output';

/**
 * Checks everything that can be checked without the backend, and sends nothing.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export async function checkInputs(options: {
  inputs: readonly Input[];
  kind: EvidenceKind;
  now: number;
  report: Report;
}): Promise<void> {
  const { inputs, kind, now, report } = options;
  const findRepetition = repetitionFinder(kind);
  for (const input of inputs) {
    for await (const entry of input.read()) {
      const mistakes = entry.unreadable
        ? [entry.unreadable]
        : [...findMistakes(kind, entry.item, now), ...findRepetition(entry)];
      if (mistakes.length > 0) {
        report.reject(entry.origin, inOne(mistakes));
      } else {
        report.wouldSend();
      }
    }
  }
}

/** Of two items with one key the later would win; in one input that is a mistake. */
function repetitionFinder(kind: EvidenceKind) {
  const seen = new Map<string, string>();
  return ({ item, origin }: ReadItem): Mistake[] => {
    const values = kind.key.map(
      field => (item as Record<string, unknown> | null)?.[field] ?? null,
    );
    const key = JSON.stringify(values);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, `${origin.file}:${origin.line}`);
      return [];
    }
    return [
      {
        field: kind.key[0],
        message: `expected each ${kind.key.join(
          ', ',
        )} once, found those of ${first} again`,
      },
    ];
  };
}

/** One mistake per item, as the backend answers it. */
function inOne([first, ...others]: readonly Mistake[]): Mistake {
  return {
    field: first.field,
    message: [
      first.message,
      ...others.map(({ field, message }) => `${field}: ${message}`),
    ].join('; also '),
  };
}
