import type { JsonObject } from '@backstage/types';
import { isScalar, visit, type Document, type LineCounter } from 'yaml';
import type { Scorecard } from '../model';
import type { Overlay } from './overlay';
import { DocumentLines, formatPath, type FieldPath } from './DocumentLines';
import { KEYED_LISTS } from './keyedLists';
import type { PolicyDocument } from './PolicyDocument';
import type { PolicyIssue } from './PolicyIssue';
import { repeatedItems } from './repeatedItems';
import {
  disabledScorecardEnvelope,
  notAllowed,
  overlayEnvelope,
  policyEnvelope,
  scorecardEnvelope,
  validate,
  type SchemaIssue,
} from './schema';
import { findValueProblem, readYaml, TEXT_LIMITS } from './yaml';

const KINDS = ['Policy', 'Scorecard', 'Overlay'];

interface ParsedDocument {
  document?: PolicyDocument;
  issues: PolicyIssue[];
}

function located(
  issues: readonly Pick<SchemaIssue, 'path' | 'message'>[],
  file: string,
  lines: DocumentLines,
): PolicyIssue[] {
  return issues.map(({ path, message }) => ({
    file,
    line: lines.lineOf(path),
    field: formatPath(path),
    message,
  }));
}

/** What the YAML library says may repeat what was written. */
function shortened(message: string): string {
  return message.length > 200 ? `${message.slice(0, 197)}...` : message;
}

/** Whether nothing stands where any document would have to say something. */
function isMissingFor(path: FieldPath): boolean {
  const [root, list, , key] = path;
  const isKey = path.length === 4 && KEYED_LISTS[list] === key;
  return root !== 'spec' || path.length === 1 || isKey;
}

/** What a policy leaves out may stand in another document, so only what it says can be wrong. */
function parsePolicy(
  data: JsonObject,
  file: string,
  lines: DocumentLines,
): ParsedDocument {
  const { issues } = validate(
    policyEnvelope,
    data,
    ({ path, missing }) => !missing || isMissingFor(path),
  );
  if (issues.length > 0) return { issues: located(issues, file, lines) };
  const value = data.spec as JsonObject;
  const repeated = repeatedItems(value, file, lines);
  if (repeated.length > 0) return { issues: repeated };
  const { name, title, description } = data.metadata as Record<string, string>;
  const metadata = { name, title, description };
  return {
    document: { kind: 'Policy', file, lines, ...metadata, value },
    issues: [],
  };
}

function parseScorecard(
  data: JsonObject,
  file: string,
  lines: DocumentLines,
): ParsedDocument {
  const disabled = (data.metadata as JsonObject | undefined)?.disabled === true;
  if (disabled) {
    const { value, issues } = validate(disabledScorecardEnvelope, data);
    if (!value) return { issues: located(issues, file, lines) };
    const { name } = value.metadata;
    return {
      document: { kind: 'DisabledScorecard', file, lines, name },
      issues: [],
    };
  }
  const { value, issues } = validate(scorecardEnvelope, data);
  if (!value) return { issues: located(issues, file, lines) };
  const { name, title, description, owner } = value.metadata;
  const scorecard: Scorecard = {
    name,
    title,
    ...(description !== undefined && { description }),
    ...(owner !== undefined && { owner }),
    ...value.spec,
  };
  return {
    document: { kind: 'Scorecard', file, lines, name, value: scorecard },
    issues: [],
  };
}

function parseOverlay(
  data: JsonObject,
  file: string,
  lines: DocumentLines,
): ParsedDocument {
  const { value, issues } = validate(overlayEnvelope, data);
  if (!value) return { issues: located(issues, file, lines) };
  const { name, title = name, description, domain } = value.metadata;
  const { add = [], checks = [], ...policy } = value.spec;
  const repeated = repeatedItems(policy, file, lines);
  if (repeated.length > 0) return { issues: repeated };
  const overlay: Overlay = {
    name,
    title,
    description,
    domain,
    scorecards: add.map((spec, i) => ({
      // No name of a document has a dot in it.
      name: `${name}.${i + 1}`,
      title,
      ...spec,
    })),
    checks,
    policy,
  };
  return {
    document: { kind: 'Overlay', file, lines, name, value: overlay },
    issues: [],
  };
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  const nothing = isScalar(contents) && contents.value === null;
  return errors.length === 0 && (contents === null || nothing);
}

/** Where the first alias without an anchor stands, else where the document begins. */
function offsetOfBrokenAlias(document: Document.Parsed): number {
  let [offset] = document.range;
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return undefined;
      offset = alias.range?.[0] ?? offset;
      return visit.BREAK;
    },
  });
  return offset;
}

function parseDocument(
  document: Document.Parsed,
  counter: LineCounter,
  file: string,
): ParsedDocument {
  if (document.errors.length > 0) {
    return {
      issues: document.errors.map(({ message, pos }) => ({
        file,
        line: counter.linePos(pos[0]).line,
        field: '',
        message: shortened(message),
      })),
    };
  }
  const lines = DocumentLines.create(document, counter);
  const issue = (field: string, message: string): ParsedDocument => ({
    issues: [
      { file, line: lines.lineOf(field ? [field] : []), field, message },
    ],
  });
  let data: unknown;
  try {
    // What its aliases come to is looked at below.
    data = document.toJS({ maxAliasCount: -1 });
  } catch (error) {
    const line = counter.linePos(offsetOfBrokenAlias(document)).line;
    const message = shortened((error as Error).message);
    return { issues: [{ file, line, field: '', message }] };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return issue('', 'is not a Policy, Scorecard or Overlay document');
  }
  const problem = findValueProblem(data);
  if (problem) return { issues: located([problem], file, lines) };
  const { kind } = data as JsonObject;
  switch (kind) {
    case 'Policy':
      return parsePolicy(data as JsonObject, file, lines);
    case 'Scorecard':
      return parseScorecard(data as JsonObject, file, lines);
    case 'Overlay':
      return parseOverlay(data as JsonObject, file, lines);
    default:
      return issue('kind', notAllowed(kind, KINDS));
  }
}

/** What is wrong first; the rest is counted. */
function firstOf(issues: readonly PolicyIssue[]): PolicyIssue[] {
  const first = issues.slice(0, TEXT_LIMITS.issues);
  const rest = issues.length - first.length;
  if (rest === 0) return first;
  const { file, line } = issues[first.length];
  const message = `${rest} further mistakes from here on`;
  return [...first, { file, line, field: '', message }];
}

/**
 * Reads the Policy, Scorecard and Overlay documents of one YAML file. Documents with issues are left out. A text of
 * more than 512 kB, or one that is built to hold up its reader, is refused as a whole.
 * @param file - name used in issues
 * @public
 */
export function parsePolicyFile(
  text: string,
  file: string,
): { documents: PolicyDocument[]; issues: PolicyIssue[] } {
  const { documents, counter, problem } = readYaml(text);
  if (problem) {
    const { offset, path, message } = problem;
    const { line } = counter.linePos(offset);
    const field = formatPath(path);
    return {
      documents: [],
      issues: [{ file, line: line || 1, field, message }],
    };
  }
  const results = documents
    .filter(document => !isEmpty(document))
    .map(document => parseDocument(document, counter, file));
  return {
    documents: results.flatMap(({ document }) => document ?? []),
    issues: firstOf(results.flatMap(({ issues }) => issues)),
  };
}
