import {
  SEVERITIES,
  type CompiledValue,
  type Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { IncidentReport } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { JsonObject } from '@backstage/types';
import { entityRefField } from '../../ingestion';
import type { IncidentStatement } from '../IncidentReports';

const ENTITY_REF = entityRefField();

/**
 * One rule of the mapping. What an expression cannot tell is as if it were not there.
 *
 * @internal
 */
export interface MappingRule {
  /** Where it stands in the configuration. */
  path: string;
  /** Sources it is for; all unless told. */
  sources?: readonly string[];
  /** Whether it is for the incident; it is unless told. */
  when?: CompiledValue;
  /** Tells an entity ref. */
  entity: CompiledValue;
  /** Tells decision areas; none (which means operations) unless told. */
  areas?: CompiledValue;
  /** Tells a severity. */
  severity: CompiledValue;
}

/**
 * An incident that cannot be attributed.
 *
 * @internal
 */
export class UnmappedIncidentError extends Error {
  readonly name = 'UnmappedIncidentError';
}

/**
 * Which entity an incident of a source is about, which areas it touches and how severe it is.
 *
 * @remarks
 *
 * The rules are the installation's. Annotations have no say: whoever writes them could send their incidents
 * to somebody else.
 *
 * @internal
 */
export class IncidentMapping {
  readonly #areas: () => readonly string[];
  readonly #rules: readonly MappingRule[];

  static create(options: {
    /** Decision areas of the policy in force. */
    areas: () => readonly string[];
    rules: readonly MappingRule[];
  }): IncidentMapping {
    return new IncidentMapping(options.areas, options.rules);
  }

  private constructor(
    areas: () => readonly string[],
    rules: readonly MappingRule[],
  ) {
    this.#areas = areas;
    this.#rules = rules;
  }

  /**
   * The first rule that is for the incident decides.
   *
   * @throws UnmappedIncidentError that says what is missing
   */
  apply(source: string, report: IncidentReport): IncidentStatement {
    const values = valuesOf(source, report);
    const rule = this.#rules.find(
      ({ sources, when }) =>
        (!sources || sources.includes(source)) &&
        (!when || when.evaluate(values) === true),
    );
    if (!rule) {
      throw new UnmappedIncidentError(
        `no rule of autonomy.incidents.mapping is for ${describe(report)}`,
      );
    }
    const { kind: _kind, subject: _subject, ...said } = report;
    return {
      ...said,
      source,
      affected: report.affected && [...report.affected],
      review: report.review && {
        ...report.review,
        actions: [...report.review.actions],
      },
      entityRef: entityOf(rule, values, report),
      areas: this.#areasOf(rule, values, report),
      severity: severityOf(rule, values, report),
    };
  }

  #areasOf(
    { areas, path }: MappingRule,
    values: JsonObject,
    report: IncidentReport,
  ): string[] {
    if (!areas) {
      return [];
    }
    const told = areas.evaluate(values) as string[] | undefined;
    if (!told) {
      throw untold(`${path}.areas`, 'decision areas', report);
    }
    const wrong = told.find(area => !this.#areas().includes(area));
    if (wrong !== undefined) {
      throw new UnmappedIncidentError(
        `${path}.areas: expected some of ${this.#areas().join(
          ', ',
        )}, found ${show(wrong)}`,
      );
    }
    return [...new Set(told)].sort();
  }
}

function entityOf(
  { entity, path }: MappingRule,
  values: JsonObject,
  report: IncidentReport,
): string {
  const told = entity.evaluate(values) as string | undefined;
  if (told === undefined) {
    throw untold(`${path}.entity`, 'an entity ref', report);
  }
  const ref = ENTITY_REF.safeParse(told);
  if (!ref.success) {
    throw new UnmappedIncidentError(
      `${path}.entity: expected an entity ref, found ${show(told)}`,
    );
  }
  return ref.data;
}

function severityOf(
  { path, severity }: MappingRule,
  values: JsonObject,
  report: IncidentReport,
): Severity {
  const told = severity.evaluate(values) as string | undefined;
  if (told === undefined) {
    throw untold(`${path}.severity`, 'a severity', report);
  }
  const known = SEVERITIES.find(name => name === told);
  if (!known) {
    throw new UnmappedIncidentError(
      `${path}.severity: expected one of ${SEVERITIES.join(', ')}, found ${show(
        told,
      )}`,
    );
  }
  return known;
}

function untold(
  path: string,
  what: string,
  report: IncidentReport,
): UnmappedIncidentError {
  return new UnmappedIncidentError(
    `${path}: expected ${what}, found nothing for ${describe(report)}`,
  );
}

/** What a source leaves out is empty, so that rules can compare it; only labels can be missing. */
function valuesOf(
  source: string,
  { subject, title }: IncidentReport,
): JsonObject {
  const { service } = subject;
  return {
    source,
    title,
    service: { id: service?.id ?? '', name: service?.name ?? '' },
    labels: { ...subject.labels },
    priority: subject.priority ?? '',
    urgency: subject.urgency ?? '',
    severity: subject.severity ?? '',
    entity: subject.entity ?? '',
    areas: [...(subject.areas ?? [])],
  };
}

/** Enough to write the missing rule by, and nothing that somebody could have written into a title. */
function describe({ id, subject: { service } }: IncidentReport): string {
  const of = service?.id || service?.name;
  return !of
    ? `incident ${show(id)}`
    : `incident ${show(id)} of service ${show(of)}`;
}

function show(text: string): string {
  return JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 60)}…`);
}
