import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { activity as en } from '../en/activity';

export const activity: Texts<typeof en> = {
  activity: {
    kind: 'Was sich geändert hat',
    cause: 'Ursache',
    causedBy: 'Ursache: {{cause}}',
    loading: 'Änderungen werden geladen',
    more: 'Mehr zeigen',
    emptyTitle: 'Noch hat sich nichts geändert',
    emptyText:
      'Aufstiege, Abstiege und alle anderen Änderungen an sichtbaren Entitäten erscheinen hier.',
  },
  activityKind: {
    'level-promoted': 'Aufstieg',
    'level-demoted': 'Abstieg',
    'level-at-risk': 'Stufe gefährdet',
    'level-recovered': 'Stufe wieder sicher',
    'proposal-opened': 'Aufstieg vorgeschlagen',
    'proposal-lapsed': 'Vorschlag hinfällig',
    'proposal-rejected': 'Vorschlag abgelehnt',
    'guardrail-changed': 'Leitplanke',
    'readiness-changed': 'Bereitschaft',
    'right-changed': 'Entscheidungsrecht',
    'plan-ended': 'Plan beendet',
  },
  event: {
    promoted: 'Aufstieg von Stufe {{from}} auf Stufe {{to}}',
    demoted: 'Abstieg von Stufe {{from}} auf Stufe {{to}}',
    atRisk: 'Stufe {{level}} ist gefährdet',
    recovered: 'Stufe {{level}} ist wieder sicher',
    'proposal-opened':
      'Der Aufstieg auf Stufe {{level}} wartet auf das Gremium',
    'proposal-lapsed': 'Der Vorschlag für Stufe {{level}} ist hinfällig',
    'proposal-rejected':
      'Das Gremium hat den Aufstieg auf Stufe {{level}} abgelehnt',
    guardrail: 'Leitplanke „{{title}}“: {{status}}',
    readiness: 'Bereitschaft: {{band}}',
    right: '{{area}}: {{right}}',
    planCompleted: 'Plan {{plan}} abgeschlossen',
    planLapsed: 'Plan {{plan}} verfallen',
    notRated: 'ohne Wert',
    before: 'Vorher: {{value}}.',
    unmet: 'Nicht erfüllt: {{reasons}}.',
    falls: 'Abstieg am {{date}}, wenn das bis dahin nicht wieder erfüllt ist.',
    decidedBy: 'Entscheidend: {{reasons}}.',
  },
  eventReason: {
    check: '„{{title}}“',
    guardrail: 'Leitplanke „{{title}}“',
    trust: 'Vertrauen in {{area}}',
    trustHere: 'Vertrauen',
    readiness: 'Bereitschaft',
    accountability: 'Rechenschaft',
    level: 'Stufe',
    plan: 'ein Plan',
    bypass: 'eine Umgehung',
    grant: 'eine Gewährung',
    proposal: 'ein Vorschlag',
  },
  eventCause: {
    policy: 'neues Regelwerk',
    evidence: 'neue Nachweise',
    decision: 'Entscheidung',
    time: 'Zeitablauf',
  },
};
