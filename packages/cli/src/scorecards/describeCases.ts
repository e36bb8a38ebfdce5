import type { CheckCaseResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { oneLine } from '../oneLine';
import { asMarkdownText } from './describeFindings';

const MAX_SHOWN = 1_000;

function nameOf({ check, name }: CheckCaseResult): string {
  return name === undefined ? check : `${check} (${name})`;
}

function failedOf(results: readonly CheckCaseResult[]): CheckCaseResult[] {
  return results.filter(({ passed }) => !passed);
}

function totalOf(results: readonly CheckCaseResult[]): string {
  const failed = failedOf(results).length;
  const checks = new Set(results.map(({ check }) => check)).size;
  return `${results.length - failed} passed, ${failed} failed, of ${checks} ${
    checks === 1 ? 'check' : 'checks'
  }`;
}

/**
 * What became of the cases: a line for each that failed.
 *
 * @internal
 */
export function casesAsText(results: readonly CheckCaseResult[]): string {
  const lines = failedOf(results).map(result => {
    const { file, line, message = '' } = result;
    const words = `${nameOf(result)}: ${message}`;
    return `${file}:${line}: ${oneLine(words, MAX_SHOWN)}`;
  });
  return [...lines, totalOf(results), ''].join('\n');
}

/**
 * The same for the comment on a pull request.
 *
 * @internal
 */
export function casesAsMarkdown(results: readonly CheckCaseResult[]): string {
  const lines = failedOf(results).map(result => {
    const { file, line, message = '' } = result;
    const words = asMarkdownText(oneLine(message, MAX_SHOWN));
    const name = asMarkdownText(oneLine(nameOf(result), MAX_SHOWN));
    return `- **${name}** ${words} (${asMarkdownText(`${file}:${line}`)})`;
  });
  const list = lines.length > 0 ? [...lines, ''] : [];
  return ['### Tests of checks', '', ...list, totalOf(results), ''].join('\n');
}
