import type { JsonObject } from '@backstage/types';
import {
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
} from 'yaml';
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

const KINDS = ['Policy', 'Scorecard', 'Overlay'];

interface ParsedDocument {
  document?: PolicyDocument;
  issues: PolicyIssue[];
}

function located(
  issues: readonly SchemaIssue[],
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
  const { issues } = validate(policyEnvelope, data);
  const wrong = issues.filter(
    ({ path, missing }) => !missing || isMissingFor(path),
  );
  if (wrong.length > 0) return { issues: located(wrong, file, lines) };
  const value = data.spec as JsonObject;
  const repeated = repeatedItems(value, file, lines);
  if (repeated.length > 0) return { issues: repeated };
  return { document: { kind: 'Policy', file, lines, value }, issues: [] };
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

/** The first key that would change what an object is instead of setting a field of it. */
function unsafeKey(
  value: unknown,
  path: FieldPath = [],
): FieldPath | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    const found = key === '__proto__' ? own : unsafeKey(child, own);
    if (found) return found;
  }
  return undefined;
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
        message,
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
    data = document.toJS();
  } catch (error) {
    const line = counter.linePos(offsetOfBrokenAlias(document)).line;
    const { message } = error as Error;
    return { issues: [{ file, line, field: '', message }] };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return issue('', 'is not a Policy, Scorecard or Overlay document');
  }
  const unsafe = unsafeKey(data as JsonObject);
  if (unsafe) {
    const line = lines.lineOf(unsafe);
    const message = 'is not allowed as a field name';
    return { issues: [{ file, line, field: formatPath(unsafe), message }] };
  }
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

/**
 * Reads the Policy, Scorecard and Overlay documents of one YAML file. Documents with issues are left out.
 * @param file - name used in issues
 * @public
 */
export function parsePolicyFile(
  text: string,
  file: string,
): { documents: PolicyDocument[]; issues: PolicyIssue[] } {
  const counter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: counter,
    prettyErrors: false,
  });
  const results = (Array.isArray(parsed) ? parsed : [])
    .filter(document => !isEmpty(document))
    .map(document => parseDocument(document, counter, file));
  return {
    documents: results.flatMap(({ document }) => document ?? []),
    issues: results.flatMap(({ issues }) => issues),
  };
}
