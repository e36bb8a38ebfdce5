import type { JsonObject } from '@backstage/types';
import { isScalar, type Document, type LineCounter } from 'yaml';
import { factType, unknownFact } from '../../engine/cel/factType';
import { BUILT_IN_FACTS, findFactMistake } from '../../engine/facts';
import { DocumentLines, formatPath, type FieldPath } from '../DocumentLines';
import { isObject } from '../isObject';
import type { PolicyIssue } from '../PolicyIssue';
import { validate } from '../schema';
import { findValueProblem, readYaml } from '../yaml';
import type { CheckCase, CheckTests } from './CheckTests';
import { nested } from './nested';
import { checkTestsEnvelope } from './schema';

const DEFAULT_AT = Date.UTC(2026, 0, 1);

interface Mistake {
  path: FieldPath;
  message: string;
}

/** Facts that stand in a case; what is nested too deep or no JSON is refused before it is walked. */
function factsOf(
  given: JsonObject,
  path: FieldPath,
  mistakes: Mistake[],
): JsonObject {
  const mistake = findFactMistake(given);
  if (mistake) {
    const message = `is no fact (expected ${mistake.expected})`;
    mistakes.push({ path: [...path, ...mistake.path], message });
    return {};
  }
  const facts = nested(given);
  const again = findFactMistake(facts);
  if (again) {
    mistakes.push({ path, message: `is no fact (expected ${again.expected})` });
  }
  return again ? {} : facts;
}

function checkCollectors(
  facts: JsonObject,
  path: FieldPath,
  mistakes: Mistake[],
) {
  for (const [collector, values] of Object.entries(facts)) {
    if (collector === 'catalog') {
      const message = 'belongs into the field catalog of the case';
      mistakes.push({ path: [...path, collector], message });
    } else if (!isObject(values)) {
      const message =
        'is no collector with its facts (expected e.g. slo: { availability: 0.99 })';
      mistakes.push({ path: [...path, collector], message });
    }
  }
}

/** A fact of the catalog that is misspelt would be one that no check reads. */
function checkCatalog(
  catalog: JsonObject,
  path: FieldPath,
  mistakes: Mistake[],
) {
  const { tools: _, ...others } = catalog;
  const schemas = { catalog: BUILT_IN_FACTS.catalog };
  const visit = (value: unknown, segments: string[]) => {
    const type = factType(segments, schemas);
    if (type === undefined) {
      mistakes.push({ path, message: unknownFact(segments, schemas) });
    } else if (type === 'group' && isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        visit(inner, [...segments, key]);
      }
    }
  };
  visit(others, ['catalog']);
}

function parseDocument(
  data: unknown,
  file: string,
  lines: DocumentLines,
): { tests?: CheckTests; mistakes: Mistake[] } {
  const { value, issues } = validate(checkTestsEnvelope, data);
  if (!value) return { mistakes: issues };
  const mistakes: Mistake[] = [];
  const cases = value.cases.map((given, i): CheckCase => {
    const path = ['cases', i];
    const facts = factsOf(given.facts ?? {}, [...path, 'facts'], mistakes);
    checkCollectors(facts, [...path, 'facts'], mistakes);
    const catalog = factsOf(
      given.catalog ?? {},
      [...path, 'catalog'],
      mistakes,
    );
    checkCatalog(catalog, [...path, 'catalog'], mistakes);
    return {
      ...given,
      facts,
      catalog,
      at: given.at ?? DEFAULT_AT,
      ageOfFacts: given.ageOfFacts ?? 0,
      line: lines.lineOf(path),
    };
  });
  const name = value.metadata?.name;
  return { tests: { file, ...(name && { name }), cases }, mistakes };
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  const nothing = isScalar(contents) && contents.value === null;
  return errors.length === 0 && (contents === null || nothing);
}

function readDocument(
  document: Document.Parsed,
  counter: LineCounter,
  file: string,
): { tests?: CheckTests; issues: PolicyIssue[] } {
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
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: -1 });
  } catch (error) {
    const { message } = error as Error;
    return { issues: [{ file, line: lines.lineOf([]), field: '', message }] };
  }
  const problem = findValueProblem(data);
  const { tests, mistakes }: ReturnType<typeof parseDocument> = problem
    ? { mistakes: [problem] }
    : parseDocument(data, file, lines);
  if (mistakes.length === 0) return { tests, issues: [] };
  return {
    issues: mistakes.map(({ path, message }) => ({
      file,
      line: lines.lineOf(path),
      field: formatPath(path),
      message,
    })),
  };
}

/**
 * Reads the tests of checks in one YAML file. Documents with issues are left out.
 *
 * @param file - name used in issues
 * @public
 */
export function parseCheckTests(
  text: string,
  file: string,
): { tests: CheckTests[]; issues: PolicyIssue[] } {
  const { documents, counter, problem } = readYaml(text);
  if (problem) {
    const { line } = counter.linePos(problem.offset);
    const field = formatPath(problem.path);
    const { message } = problem;
    return { tests: [], issues: [{ file, line: line || 1, field, message }] };
  }
  const results = documents
    .filter(document => !isEmpty(document))
    .map(document => readDocument(document, counter, file));
  return {
    tests: results.flatMap(({ tests }) => tests ?? []),
    issues: results.flatMap(({ issues }) => issues),
  };
}
