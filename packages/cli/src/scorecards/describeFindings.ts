import { oneLine } from '../oneLine';
import type { Finding } from './compileTexts';

/** They come from files. */
const MAX_SHOWN = 1_000;

/**
 * `file:line:column`
 *
 * @internal
 */
export function placeOf({ file, line, column }: Finding): string {
  const place = `${file}:${line}`;
  return column === undefined ? place : `${place}:${column}`;
}

function inWords({ field, message }: Finding): string {
  return oneLine(field ? `${field}: ${message}` : message, MAX_SHOWN);
}

function count(findings: readonly Finding[], severity: Finding['severity']) {
  const { length } = findings.filter(found => found.severity === severity);
  return `${length} ${severity}${length === 1 ? '' : 's'}`;
}

function totalOf(findings: readonly Finding[], files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}: ${count(
    findings,
    'error',
  )}, ${count(findings, 'warning')}`;
}

/**
 * One line each, and how many there are.
 *
 * @internal
 */
export function findingsAsText(
  findings: readonly Finding[],
  files: number,
): string {
  const lines = findings.map(
    found => `${placeOf(found)}: ${found.severity}: ${inWords(found)}`,
  );
  return [...lines, totalOf(findings, files), ''].join('\n');
}

/** Of Markdown and HTML nothing has a meaning in it. */
export function asMarkdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|&~]/g, character => `\\${character}`);
}

/**
 * For the comment on a pull request.
 *
 * @internal
 */
export function findingsAsMarkdown(
  findings: readonly Finding[],
  files: number,
): string {
  const lines = findings.map(
    found =>
      `- **${found.severity}** ${asMarkdownText(
        placeOf(found),
      )}: ${asMarkdownText(inWords(found))}`,
  );
  const list = lines.length > 0 ? [...lines, ''] : [];
  return ['### Scorecards', '', ...list, totalOf(findings, files), ''].join(
    '\n',
  );
}
