import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { health as en } from '../en/health';

export const health: Texts<typeof en> = {
  health: {
    loading: 'Der Zustand des Backends wird geladen',
    forbidden:
      'Das sieht nur, wer die Plattform betreibt. Weiter hilft, wer die Berechtigungen verwaltet.',
    problems: 'Was Aufmerksamkeit braucht',
    noProblems: 'Nichts: Nachweise treffen ein und werden verarbeitet.',
    asOf: 'Stand {{time}}; erneuert alle 30 Sekunden, solange die Seite offen ist.',
    sources: 'Vorfallquellen',
    collectors: 'Sammler von Fakten',
    evaluation: 'Bewertung',
    work: 'Eingänge, Benachrichtigungen und Hintergrundaufgaben',
    quarantined: 'Entitäten, deren Bewertung zurückgestellt ist',
    quarantinedSince: '{{reason}} (seit {{date}})',
    moreQuarantined_one: 'und {{count}} weitere',
    moreQuarantined_other: 'und {{count}} weitere',
    noReason: 'ohne Angabe von Gründen',
    never: 'nie',
    nothingWaits: 'nichts wartet',
    percent: '{{share}} %',
    swept: '{{date}}: {{checked}} geprüft, davon {{missed}} übersehen',
    otherPolicy:
      '{{version}} hier, eine andere in Kraft: Instanzen werden gerade ersetzt',
    queue: '{{pending}} warten, {{quarantined}} zurückgestellt',
    queueSince:
      '{{pending}} warten seit {{date}}, {{quarantined}} zurückgestellt',
    jobDone: 'erledigt am {{date}}',
    jobFailed: 'gescheitert am {{date}}',
    askedFailed: '{{entities}}, davon {{failed}} gescheitert',
    noSourcesTitle: 'Keine Vorfallquelle ist eingerichtet',
    noSourcesText:
      'Ohne Quelle lässt sich eine Entität ohne Vorfälle nicht von einer unterscheiden, die niemand beobachtet.',
    noCollectorsTitle: 'Kein Sammler ist installiert',
    noCollectorsText:
      'Fakten kommen nur von dem, was andere melden, und aus dem Katalog.',
  },
  healthProblem: {
    'source-silent':
      '{{id}} hat sich seit {{date}} nicht gemeldet: Über das, was diese Quelle beobachtet, lässt sich keine Rechenschaft geben.',
    'source-never-heard':
      '{{id}} hat sich noch nie gemeldet: Über das, was diese Quelle beobachtet, lässt sich keine Rechenschaft geben.',
    'poll-failed':
      'Die Abfrage von Vorfällen bei {{id}} ist gescheitert: {{error}}',
    'collector-failed':
      'Der Sammler {{id}} ist gescheitert, seine Fakten veralten: {{error}}',
    'collector-partial':
      'Der Sammler {{id}} ist bei {{failed}} von {{entities}} Entitäten gescheitert; deren Fakten veralten.',
    'collector-never-run':
      'Der Sammler {{id}} ist installiert und noch nie gelaufen.',
    'evaluations-late_one':
      '{{count}} Bewertung wartet schon {{duration}}: Das Ergebnis hinkt den Nachweisen hinterher.',
    'evaluations-late_other':
      '{{count}} Bewertungen warten, eine davon schon {{duration}}: Die Ergebnisse hinken den Nachweisen hinterher.',
    'evaluations-quarantined_one':
      'Die Bewertung von {{count}} Entität ist zurückgestellt, bis sich an ihr etwas ändert; das frühere Ergebnis bleibt.',
    'evaluations-quarantined_other':
      'Die Bewertung von {{count}} Entitäten ist zurückgestellt, bis sich an ihnen etwas ändert; die früheren Ergebnisse bleiben.',
    'changes-missed_one':
      'Der letzte Abgleich fand {{count}} Entität, deren Änderung übersehen worden war; sie wurde bewertet.',
    'changes-missed_other':
      'Der letzte Abgleich fand {{count}} Entitäten, deren Änderung übersehen worden war; sie wurden bewertet.',
    'deliveries-late_one':
      '{{count}} Eingang wartet seit {{date}} auf Verarbeitung.',
    'deliveries-late_other':
      '{{count}} Eingänge warten auf Verarbeitung, der älteste seit {{date}}.',
    'deliveries-quarantined_one':
      '{{count}} Eingang einer Vorfallquelle ist zurückgestellt: Sein Inhalt zählt erst, wenn er erneut verarbeitet ist.',
    'deliveries-quarantined_other':
      '{{count}} Eingänge von Vorfallquellen sind zurückgestellt: Ihr Inhalt zählt erst, wenn sie erneut verarbeitet sind.',
    'announcements-late_one':
      '{{count}} Benachrichtigung wartet seit {{date}}.',
    'announcements-late_other':
      '{{count}} Benachrichtigungen warten, die älteste seit {{date}}.',
    'announcements-quarantined_one':
      '{{count}} Benachrichtigung wurde aufgegeben: Jemand hat nichts davon erfahren.',
    'announcements-quarantined_other':
      '{{count}} Benachrichtigungen wurden aufgegeben: Jemand hat nichts davon erfahren.',
    'job-failed': 'Der letzte Lauf von „{{job}}“ ist gescheitert: {{error}}',
  },
  healthColumn: {
    source: 'Quelle',
    collector: 'Sammler',
    state: 'Zustand',
    lastHeard: 'Zuletzt gemeldet',
    lastDelivery: 'Letzter Eingang',
    lastPoll: 'Letzte Abfrage',
    ways: 'Was sie tut',
    finished: 'Letzter Lauf',
    succeeded: 'Zuletzt ohne Fehler',
    asked: 'Entitäten',
    reason: 'Grund',
  },
  healthSource: {
    heard: 'meldet sich',
    silent: 'verstummt',
    'never-heard': 'nie gemeldet',
  },
  healthWay: {
    receives: 'nimmt Meldungen an',
    polls: 'wird abgefragt',
    covers: 'sagt, was sie beobachtet',
  },
  healthCollector: {
    ok: 'erledigt',
    partial: 'teilweise gescheitert',
    failed: 'gescheitert',
    running: 'läuft',
    'never-run': 'nie gelaufen',
  },
  healthFact: {
    entities: 'Entitäten im Geltungsbereich',
    neverEvaluated: 'Noch nicht bewertet',
    pending: 'Warten auf Bewertung',
    lag: 'Längste Wartezeit',
    staleShare: 'Beruhen auf veralteten Nachweisen',
    sweep: 'Letzter Abgleich auf übersehene Änderungen',
    policy: 'Fassung des Regelwerks',
    inbox: 'Eingänge',
    announcements: 'Benachrichtigungen',
  },
  healthJob: {
    retention: 'Löschen, was zu alt ist',
    rollUps: 'Zählen der Tageszahlen',
  },
};
