import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { home as en } from '../en/home';

export const home: Texts<typeof en> = {
  needs: {
    title: 'Was auf mich wartet',
    loading: 'Offene Aufgaben werden geladen',
    all: 'Alle {{number}} zeigen',
    fewer: 'Weniger zeigen',
    cut: 'Zu sehen sind die {{shown}} dringendsten von {{all}}.',
    nothingTitle: 'Gerade ist nichts zu tun',
    nothingOwned_one:
      'Der eigene Dienst hält seine Leitplanken ein, und nichts an ihm ist fällig.',
    nothingOwned_other:
      'Die {{count}} eigenen Dienste halten ihre Leitplanken ein, und nichts an ihnen ist fällig.',
    nothingBoard: 'Keine Entscheidung des eigenen Gremiums steht aus.',
    uninvolvedTitle: 'Hier wartet nichts',
    uninvolvedText:
      'Die eigenen Gruppen sind für keinen bewerteten Dienst zuständig, und eine Mitgliedschaft in einem Gremium besteht nicht. Sobald sich das ändert, steht hier, was zu tun ist.',
  },
  needsAs: {
    owner: 'In eigener Zuständigkeit ({{number}})',
    board: 'Als Mitglied des Gremiums ({{number}})',
  },
  needKind: {
    'guardrail-breached': 'Leitplanke verletzt',
    'guardrail-at-risk': 'Leitplanke gefährdet',
    'level-at-risk': 'Stufe {{level}} gefährdet',
    'exemption-expiring': 'Ausnahme läuft bald ab',
    'attestation-expiring': 'Selbstauskunft läuft bald ab',
    'incident-review': 'Vorfall nachbereiten',
    'deployment-review': 'Auslieferung nachprüfen',
    'next-level': 'Kurz vor Stufe {{level}}',
    'plan-unsigned': 'Rekalibrierungsplan unterzeichnen',
    'audit-unrated': 'Bereiche für das Vertrauensaudit einschätzen',
    'promotion-undecided': 'Über Stufe {{level}} entscheiden',
    'exemption-undecided': 'Über eine Ausnahme entscheiden',
    'incident-undecided': 'Über einen Einspruch zu einem Vorfall entscheiden',
    'proposal-undecided': 'Über einen Vorschlag entscheiden',
    'audit-undecided': 'Vertrauensaudit einschätzen oder abschließen',
  },
  need: {
    about: '{{what}}: {{subject}}',
    open_one: '{{count}} Anforderung offen',
    open_other: '{{count}} Anforderungen offen',
    due: 'fällig {{when}}',
    ends: 'endet {{when}}',
    falls: 'fällt {{when}}',
    overdue: 'überfällig seit {{date}}',
  },
  page: {
    title: 'Autonomie',
    overview: 'Überblick',
    activity: 'Aktivität',
    mismatches: 'Abweichungen',
    audits: 'Audits',
    plans: 'Pläne',
    boards: 'Gremien',
    scorecards: 'Prüflisten',
    health: 'Zustand',
  },
};
