import type { IncidentReport } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { ConfigReader } from '@backstage/config';
import { IncidentMapping } from './IncidentMapping';
import { readMapping } from './readMapping';

const AREAS = ['deployment', 'operations', 'security'];
const known = { sources: ['pager', 'alerts'], areas: AREAS };

function mapping(...rules: object[]) {
  const config = new ConfigReader({
    autonomy: { incidents: { mapping: rules } },
  });
  return IncidentMapping.create({
    areas: () => AREAS,
    rules: readMapping(config as any, known),
  });
}

const report = (subject: IncidentReport['subject']): IncidentReport => ({
  kind: 'incident',
  id: 'I1',
  occurredAt: 2,
  startedAt: 1,
  title: 'Disk full',
  subject,
});

const PAGER = {
  source: 'pager',
  when: "service.id in ['P1', 'P2']",
  entity: "'component:default/payments-api'",
  areas: ['operations', 'deployment'],
  severity:
    "priority == 'P1' ? 'critical' : urgency == 'high' ? 'high' : 'low'",
};
const LABELS = {
  entity: "'Component:' + labels.service",
  areas: 'areas',
  severity: 'severity',
};

describe('IncidentMapping', () => {
  it('attributes by the first rule that is for the incident', () => {
    expect(
      mapping(PAGER, LABELS).apply(
        'pager',
        report({ service: { id: 'P2' }, urgency: 'high' }),
      ),
    ).toEqual({
      source: 'pager',
      id: 'I1',
      occurredAt: 2,
      startedAt: 1,
      title: 'Disk full',
      entityRef: 'component:default/payments-api',
      areas: ['deployment', 'operations'],
      severity: 'high',
    });
  });

  it('takes what is missing for what does not hold', () => {
    const both = mapping(PAGER, LABELS);
    const subject = {
      labels: { service: 'Search' },
      severity: 'high',
      areas: ['security', 'security'],
    };
    expect(both.apply('pager', report(subject))).toMatchObject({
      entityRef: 'component:default/search',
      areas: ['security'],
      severity: 'high',
    });
    expect(
      both.apply('alerts', report({ ...subject, service: { id: 'P1' } })),
    ).toMatchObject({ entityRef: 'component:default/search' });
  });

  it.each([
    [
      { service: { id: 'P9' } },
      'no rule of autonomy.incidents.mapping is for incident "I1" of service "P9"',
    ],
    [{}, 'no rule of autonomy.incidents.mapping is for incident "I1"'],
  ])('says what is missing: %j', (subject, message) => {
    expect(() => mapping(PAGER).apply('pager', report(subject))).toThrow(
      message,
    );
  });

  it.each([
    [
      { severity: 'worst', labels: { service: 'x' }, areas: [] },
      'mapping[0].severity: expected one of low, medium, high, critical, found "worst"',
    ],
    [
      { severity: 'low', labels: { service: 'a/b/c' }, areas: [] },
      'mapping[0].entity: expected an entity ref, found "Component:a/b/c"',
    ],
    [
      { severity: 'low', labels: { service: 'x' }, areas: ['cooking'] },
      'mapping[0].areas: expected some of deployment, operations, security, found "cooking"',
    ],
    [
      { labels: { service: 'x' } },
      'mapping[0].severity: expected one of low, medium, high, critical, found ""',
    ],
    [
      { severity: 'low', areas: [] },
      'mapping[0].entity: expected an entity ref, found nothing',
    ],
  ])('refuses what a sender made up: %j', (subject, message) => {
    expect(() => mapping(LABELS).apply('alerts', report(subject))).toThrow(
      message,
    );
  });

  it.each([
    [
      { entity: "'x'" },
      'mapping[0].severity: expected a CEL expression, found nothing',
    ],
    [
      { severity: "'low'" },
      'mapping[0].entity: expected a CEL expression, found nothing',
    ],
    [
      { ...LABELS, entity: 'component:default/x' },
      'mapping[0].entity: the expression cannot be read',
    ],
    [{ ...LABELS, entity: 'lables.x' }, 'did you mean labels?'],
    [
      { ...LABELS, when: '1' },
      'mapping[0].when: the result has the wrong type',
    ],
    [
      { ...LABELS, areas: ['cooking'] },
      'mapping[0].areas[0]: expected one of deployment',
    ],
    [
      { ...LABELS, source: 'nobody' },
      'mapping[0].source: expected one of pager, alerts, found "nobody"',
    ],
    [{ ...LABELS, team: 'x' }, 'mapping[0].team: expected one of source, when'],
  ])('stops the start at %j', (rule, message) => {
    expect(() => mapping(rule)).toThrow(message);
  });
});
