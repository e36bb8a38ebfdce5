import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { tab as en } from '../en/tab';

export const tab: Texts<typeof en> = {
  tab: {
    loading: 'Alles zur Autonomie wird geladen',
    updated: 'Die Bewertung hat sich geändert. Die Seite zeigt die neue.',
    evaluated: 'bewertet',
    refresh: 'Jetzt bewerten',
    refreshOutcome: {
      pending:
        'Es dauert etwas länger; das Ergebnis erscheint, sobald es da ist.',
      tooOften: 'Zu oft angefragt. In einigen Sekunden erneut versuchen.',
      forbidden: 'Für das Anfordern einer Bewertung fehlt die Berechtigung.',
      failed: 'Die Bewertung ist gescheitert. Ein neuer Versuch kann helfen.',
    },
    accountability: 'Rechenschaft',
    rights: 'Was das Team entscheiden darf, und warum',
    noAreas: 'Das Regelwerk kennt keine Entscheidungsbereiche.',
  },
  fold: {
    held_one: '{{count}} erfüllte zeigen',
    held_other: '{{count}} erfüllte zeigen',
    more_one: '{{count}} weitere zeigen',
    more_other: '{{count}} weitere zeigen',
    fewer: 'Weniger zeigen',
  },
  nextSteps: {
    heading: 'Nächster Schritt',
    none: 'Nichts begrenzt das Recht: Das Team entscheidet allein.',
    review: '{{incident}} nachbereiten und die Maßnahmen erledigen:',
    closeActions: 'Die offenen Maßnahmen von {{incident}} erledigen:',
    worthRight:
      'Das Vertrauen beträgt dann etwa {{trust}} und erlaubt „{{right}}“.',
    worthTrust: 'Das Vertrauen beträgt dann etwa {{trust}}.',
    level: 'Stufe {{level}} erreichen, die hier mehr erlaubt.',
    trust:
      'Das Vertrauen erlaubt ab {{value}} mehr. Es wächst mit jedem Monat ohne Vorfall.',
    accountability:
      'Die Rechenschaft verbessern: Sie erlaubt ab {{value}} mehr.',
    guardrail: 'Die Leitplanke „{{title}}“ wieder einhalten.',
    plan: 'Den Plan „{{title}}“ abschließen.',
    bypass: 'Eine Leitplanke wurde umgangen: {{title}}.',
    grant: 'Das Recht ist bis {{date}} gewährt.',
    links: {
      level: 'Was die Stufe verlangt',
      trust: 'Woraus das Vertrauen besteht',
      accountability: 'Was offen ist',
      guardrails: 'Risiko und Abhilfe',
      plans: 'Was am Ende erfüllt sein muss',
      timeline: 'Zum Verlauf',
    },
  },
  governanceTab: {
    plansAndGrants: 'Pläne und Gewährungen',
    decisions: 'Entscheidungen und Audits',
    proposals: 'Entscheidungen des Gremiums',
    loadingProposals: 'Die Entscheidungen werden geladen',
    noProposals:
      'Nichts liegt beim Gremium, und noch wurde nichts entschieden.',
    noAudits: 'Noch gab es kein Audit.',
    about: '{{matter}}: {{what}}',
    opened: 'eingebracht am {{date}}',
    decided: 'entschieden am {{date}}',
    audit: '{{cause}}, {{quarter}}',
    objective: 'Worauf {{domain}} zielt: {{objective}}',
    noObjective:
      '{{domain}} hat noch kein Ziel. Das Gremium der Domäne kann eines festlegen.',
  },
  trends: {
    title: 'Zwölf Monate',
    loading: 'Zwölf Monate werden geladen',
    trust: 'Vertrauen in {{area}}',
    trustTitle: 'Rechenschaft und Vertrauen in {{area}}',
    emptyTitle: 'Noch kein Verlauf',
    emptyText: 'Die Linien beginnen mit der ersten Bewertung.',
  },
  chart: {
    table: 'Als Tabelle zeigen',
    tableOf: 'Als Tabelle zeigen: {{title}}',
    lines: 'Als Linien zeigen',
    linesOf: 'Als Linien zeigen: {{title}}',
    time: 'Datum',
    marked: 'Was geschah',
    unknown: '–',
    empty: 'In dieser Zeit wurde nichts aufgezeichnet.',
    summary: '{{label}}: {{first}} am {{start}}, {{last}} am {{end}}',
  },
  timeline: {
    title: 'Verlauf',
    loading: 'Der Verlauf wird geladen',
    filter: 'Was gezeigt wird',
    kinds: {
      change: 'Änderungen',
      incident: 'Vorfälle',
      deployment: 'Auslieferungen',
    },
    more: 'Mehr zeigen',
    emptyTitle: 'Nichts zu zeigen',
    emptyText: 'Nichts dergleichen wurde aufgezeichnet.',
    cause: 'Ursache: {{cause}}',
    severity: 'Schwere: {{severity}}',
    open: 'nicht behoben',
    resolved: 'behoben am {{date}}',
    classes: {
      legal: 'mit rechtlichen Folgen',
      ethical: 'mit ethischen Folgen',
      bypass: 'eine Leitplanke wurde umgangen',
    },
    external: 'außerhalb der Organisation verursacht',
    causedBy: 'verursacht von {{entity}}',
    reviewed: 'nachbereitet',
    reviewedActions_one:
      'nachbereitet, {{closed}} von {{count}} Maßnahme erledigt',
    reviewedActions_other:
      'nachbereitet, {{closed}} von {{count}} Maßnahmen erledigt',
    notReviewed: 'nicht nachbereitet',
    deployment: 'Auslieferung {{version}}',
    statuses: {
      succeeded: 'gelungen',
      failed: 'gescheitert',
      'rolled-back': 'zurückgerollt',
    },
    caused: 'hat {{incident}} verursacht',
    reviews: {
      due: 'Nachprüfung fällig am {{date}}',
      overdue: 'Nachprüfung überfällig seit {{date}}',
      done: 'nachgeprüft',
    },
  },
};
