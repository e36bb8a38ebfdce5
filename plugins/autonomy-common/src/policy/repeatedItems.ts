import type { JsonObject } from '@backstage/types';
import { formatPath, type DocumentLines } from './DocumentLines';
import { KEYED_LISTS } from './keyedLists';
import type { PolicyIssue } from './PolicyIssue';

/** Items that one document names twice: merged, the later one would change the earlier without a word. */
export function repeatedItems(
  spec: JsonObject,
  file: string,
  lines: DocumentLines,
): PolicyIssue[] {
  return Object.entries(KEYED_LISTS).flatMap(([list, key]): PolicyIssue[] => {
    const items = (spec[list] ?? []) as JsonObject[];
    const ids = items.map(item => item[key]);
    return ids.flatMap((id, i): PolicyIssue[] => {
      const first = ids.indexOf(id);
      if (first === i) return [];
      const lineOf = (index: number) =>
        lines.lineOf(['spec', list, index, key]);
      return [
        {
          file,
          line: lineOf(i),
          field: formatPath(['spec', list, i, key]),
          message: `${id} exists already in this document (${file}:${lineOf(
            first,
          )})`,
        },
      ];
    });
  });
}
