import {
  compileValue,
  re2,
  type CompiledValue,
  type CompileValueOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import { mistake } from '../../config/reading';
import type { MappingRule } from './IncidentMapping';

const PATH = 'autonomy.incidents.mapping';
const FIELDS = ['source', 'when', 'entity', 'areas', 'severity'];

/** What the expressions of a rule may read. */
const NAMES: CompileValueOptions['names'] = {
  source: { '': 'text' },
  title: { '': 'text' },
  service: { id: 'text', name: 'text' },
  labels: undefined,
  priority: { '': 'text' },
  urgency: { '': 'text' },
  severity: { '': 'text' },
  entity: { '': 'text' },
  areas: { '': 'texts' },
};

/**
 * The rules under `autonomy.incidents.mapping`.
 *
 * @param known - configured sources, and decision areas of the policy
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readMapping(
  config: Config,
  known: { sources: readonly string[]; areas: readonly string[] },
): MappingRule[] {
  const rules = config.getOptionalConfigArray(PATH) ?? [];
  return rules.map((rule, index) => readRule(rule, `${PATH}[${index}]`, known));
}

function readRule(
  rule: Config,
  path: string,
  known: { sources: readonly string[]; areas: readonly string[] },
): MappingRule {
  const surplus = rule.keys().find(key => !FIELDS.includes(key));
  if (surplus !== undefined) {
    throw mistake(`${path}.${surplus}`, `expected one of ${FIELDS.join(', ')}`);
  }
  const compile = (field: string, returns: CompileValueOptions['returns']) => {
    const source = rule.getOptionalString(field);
    return source === undefined
      ? undefined
      : compileAt(`${path}.${field}`, source, returns);
  };
  const required = (field: 'entity' | 'severity'): CompiledValue => {
    const compiled = compile(field, 'text');
    if (!compiled) {
      throw mistake(
        `${path}.${field}`,
        'expected a CEL expression, found nothing',
      );
    }
    return compiled;
  };
  return {
    path,
    sources: readSources(rule, path, known.sources),
    when: compile('when', 'boolean'),
    entity: required('entity'),
    areas: readAreas(rule, path, known.areas),
    severity: required('severity'),
  };
}

function readSources(
  rule: Config,
  path: string,
  known: readonly string[],
): string[] | undefined {
  const value = rule.getOptional('source');
  if (value === undefined) {
    return undefined;
  }
  const sources = Array.isArray(value) ? value : [value];
  for (const source of sources) {
    if (typeof source !== 'string' || !known.includes(source)) {
      throw mistake(
        `${path}.source`,
        `expected one of ${
          known.join(', ') || 'no sources'
        }, found ${JSON.stringify(source)}`,
      );
    }
  }
  return sources as string[];
}

/** A list of areas as it is, or an expression that tells one. */
function readAreas(
  rule: Config,
  path: string,
  known: readonly string[],
): CompiledValue | undefined {
  const value = rule.getOptional('areas');
  if (!Array.isArray(value)) {
    const source = rule.getOptionalString('areas');
    return source === undefined
      ? undefined
      : compileAt(`${path}.areas`, source, 'texts');
  }
  const areas = rule.getStringArray('areas');
  areas.forEach((area, index) => {
    if (!known.includes(area)) {
      throw mistake(
        `${path}.areas[${index}]`,
        `expected one of ${known.join(', ')}, found ${JSON.stringify(area)}`,
      );
    }
  });
  return { source: JSON.stringify(areas), evaluate: () => areas };
}

function compileAt(
  path: string,
  source: string,
  returns: CompileValueOptions['returns'],
): CompiledValue {
  try {
    return compileValue(source, { returns, names: NAMES, matcher: re2 });
  } catch (error) {
    // The likeliest mistake is a text without its own quotes.
    throw mistake(
      path,
      `${
        toError(error).message
      }; expected a CEL expression, in which a text stands in quotes of its own, found ${JSON.stringify(
        source,
      )}`,
    );
  }
}
