import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { actions as en } from '../en/actions';

export const actions: Texts<typeof en> = {
  actions: {
    cancel: 'Abbrechen',
    reload: 'Aktuellen Stand zeigen',
    centralBoard: 'das zentrale Gremium',
  },
  actionField: {
    required: 'Diese Angabe fehlt.',
    url: 'Eine Adresse, die mit http:// oder https:// beginnt.',
    until: 'Bis',
    daysAhead: 'Ein Tag ab morgen, höchstens {{duration}} im Voraus.',
  },
  attestAction: {
    label: 'Auskunft geben',
    name: 'Auskunft geben: {{check}}',
    title: 'Auskunft für das Team geben',
    meaning:
      'Das beantwortet keine Maschine, also antwortet, wer zuständig ist. Die Antwort gilt bis zum gewählten Tag oder bis eine Maschine etwas meldet.',
    answer: 'Antwort',
    choice: {
      yes: 'Ja, so ist es: die Prüfung ist erfüllt',
      no: 'Nein: die Prüfung ist offen',
    },
    yes: 'ja',
    no: 'nein',
    evidence: 'Beleg',
    evidenceHelp: 'Wo sich alle selbst überzeugen können.',
    evidenceMissing: 'Ein Ja braucht einen Link zum Beleg.',
    untilHelp:
      'Ab diesem Tag ist es nicht feststellbar, wenn keine neue Antwort kommt.',
    note: 'Anmerkung',
    submit: 'Antwort festhalten',
    done: 'Die Antwort ist festgehalten. Sie zählt ab der nächsten Bewertung.',
    given:
      'Antwort: {{answer}}, bis {{date}}. Sie zählt ab der nächsten Bewertung.',
    withdraw: 'Antwort zurückziehen',
    withdrawName: 'Antwort zurückziehen: {{check}}',
    withdrawTitle: 'Die Antwort zurückziehen',
    withdrawText:
      'Ohne Antwort ist nicht feststellbar, ob „{{check}}“ erfüllt ist. Eine frühere Antwort kommt nicht zurück.',
    withdrawn:
      'Die Antwort ist zurückgezogen. Sie zählt ab der nächsten Bewertung nicht mehr.',
  },
  exemptionAction: {
    label: 'Ausnahme beantragen',
    name: 'Ausnahme beantragen: {{check}}',
    title: 'Eine Ausnahme beantragen',
    meaning:
      'Eine Ausnahme gilt für eine bestimmte Zeit. Die Prüfung wird als ausgenommen gezeigt, nie als erfüllt, und ihre Schonfrist läuft währenddessen weiter.',
    reason: 'Begründung',
    reasonHelp:
      'Warum sie gebraucht wird und was bis dahin gegen das Risiko geschieht.',
    reasonShort: 'Mindestens {{least}} Zeichen.',
    presets: 'Übliche Zeiten',
    noEffect:
      'Vor der Entscheidung wird nichts wirksam. Es entscheidet {{board}}.',
    submit: 'Antrag senden',
    done: 'Der Antrag ist gesendet. Vor der Entscheidung des Gremiums wird nichts wirksam.',
    open: 'Ausnahme beantragt von {{who}}, bis {{date}}. Es entscheidet {{board}}.',
    openReason: 'Begründung: {{reason}}',
    withdraw: 'Antrag zurückziehen',
    withdrawName: 'Antrag zurückziehen: {{check}}',
    withdrawTitle: 'Den Antrag zurückziehen',
    withdrawText:
      'Das Gremium entscheidet dann nicht über eine Ausnahme von „{{check}}“. Ein neuer Antrag ist möglich.',
    withdrawn: 'Der Antrag ist zurückgezogen.',
  },
  exemptionDecision: {
    approved:
      'Das Gremium hat am {{date}} eine Ausnahme genehmigt, bis {{end}}.',
    denied: 'Das Gremium hat am {{date}} eine Ausnahme abgelehnt.',
    revoked: 'Das Gremium hat die Ausnahme am {{date}} widerrufen.',
    revokedBy: 'Die Ausnahme wurde von {{who}} am {{date}} widerrufen.',
    see: 'Zur Entscheidung des Gremiums',
    revoke: 'Ausnahme widerrufen',
    revokeName: 'Ausnahme widerrufen: {{check}}',
    revokeTitle: 'Die Ausnahme widerrufen',
    revokeText:
      'Die Ausnahme von „{{check}}“ endet sofort. Ab der nächsten Bewertung zählt die Prüfung, wie sie steht, ohne eine weitere Schonfrist.',
    revokeDone:
      'Die Ausnahme ist widerrufen. Die Prüfung zählt ab der nächsten Bewertung.',
  },
  incidentReview: {
    label: 'Nachbereitung festhalten',
    change: 'Nachbereitung ändern',
    name: '{{label}}: {{incident}}',
    title: 'Nachbereitung ohne Schuldfrage',
    meaning:
      'Was geschah, warum es geschehen konnte und was sich ändert. Was gelernt ist, macht den Verlust an Vertrauen kleiner.',
    completed: 'Abgeschlossen am',
    recent: 'Heute oder gestern: Nachtragen kann nur das Gremium.',
    recentMistake: 'Heute oder gestern wählen.',
    dayMistake: 'Ein Tag zwischen dem Vorfall und heute.',
    actions: 'Maßnahmen',
    action: 'Maßnahme {{number}}',
    closed: 'Erledigt am, Maßnahme {{number}}',
    addAction: 'Maßnahme hinzufügen',
    removeAction: 'Maßnahme {{number}} entfernen',
    noActionNeeded: 'Es braucht keine Maßnahme',
    worth:
      'Der Verlust an Vertrauen in {{area}} sinkt von {{before}} auf {{after}}.',
    worthSame: 'Der Verlust an Vertrauen in {{area}} bleibt bei {{before}}.',
    worthClosed:
      'Mit Maßnahmen, die alle erledigt sind, beträgt er {{closed}}.',
    worthOpen: 'Erledigte Maßnahmen zählen, sobald der Vorfall vorbei ist.',
    submit: 'Nachbereitung festhalten',
    done: 'Die Nachbereitung ist festgehalten. Sie zählt ab der nächsten Bewertung.',
  },
  incidentDispute: {
    label: 'Einspruch erheben',
    name: 'Einspruch erheben: {{incident}}',
    title: 'Einspruch gegen die Zuordnung',
    meaning:
      'Was anders zählen soll, und warum. Bis zur Entscheidung zählt der Vorfall wie bisher.',
    cause: 'Wer dafür einsteht',
    sameCause: 'Wie bisher: {{cause}}',
    otherCause: 'Eine andere Komponente',
    external: 'Jemand außerhalb: keine Komponente steht dafür ein',
    component: 'Komponente',
    searching: 'Suche läuft',
    noComponent: 'Keine Komponente hat das im Namen',
    openList: 'Öffnen',
    closeList: 'Schließen',
    clear: 'Leeren',
    reason: 'Begründung',
    nothing: 'Oben angeben, was anders zählen soll.',
    boardOf: 'das Gremium von {{entity}}',
    proposed:
      'Das wird ein Vorschlag. Es entscheidet {{board}}. Eine andere Komponente kann auch annehmen, wer für sie zuständig ist.',
    atOnce:
      'Wer im Gremium ist, gibt damit die erste Stimme ab. Verlangen die Regeln nur eine, wird sie sofort wirksam; verlangen sie mehr, stimmen weitere Mitglieder über den Vorschlag ab.',
    submit: 'Vorschlagen',
    decide: 'Dafür stimmen',
    done: 'Vorgeschlagen. Vor der Entscheidung wird nichts wirksam.',
    decided: 'Geändert. Es zählt ab der nächsten Bewertung.',
    pending: 'Vorschläge ohne Entscheidung',
    see: 'Zum Vorschlag',
    proposal: 'Vorgeschlagen: {{field}} {{value}}, von {{who}} am {{date}}.',
    because: 'Begründung: {{reason}}',
  },
  bypassAction: {
    label: 'Gremium um Erledigung der Umgehung bitten',
    name: 'Gremium um Erledigung der Umgehung bitten: {{incident}}',
    title: 'Das Gremium zur Umgehung befragen',
    meaning:
      'Solange sie zählt, begrenzt die Umgehung, was das Team entscheiden darf. Nur das Gremium kann sie vorher für erledigt erklären.',
    wanted: 'Was vorgeschlagen wird',
    choice: {
      clear: 'Für erledigt erklären: sie begrenzt kein Recht mehr',
      renew: 'Dem Team länger anrechnen',
    },
    reasonHelp: 'Was sich seitdem geändert hat, und woran das zu sehen ist.',
    submit: 'Gremium fragen',
    done: 'Das Gremium ist gefragt. Bis zu seiner Entscheidung ändert sich nichts.',
    open: 'Das Gremium ist zu dieser Umgehung gefragt.',
    see: 'Zum Vorschlag',
  },
  incidentField: {
    severity: 'Schwere',
    causedBy: 'Verursacht von',
    class: 'Einstufung',
    areas: 'Bereiche',
    startedAt: 'Beginn',
    resolvedAt: 'Ende',
  },
  incidentClass: {
    none: 'keine',
    legal: 'rechtlich',
    ethical: 'ethisch',
    bypass: 'eine Leitplanke wurde absichtlich umgangen',
  },
  deploymentReview: {
    label: 'Nachprüfung festhalten',
    name: 'Nachprüfung festhalten: {{deployment}}',
    title: 'Nachprüfung der Auslieferung',
    meaning:
      'Wo viel auf dem Spiel steht, schaut ein Team, das allein entscheidet, danach noch einmal hin. Rechtzeitige Nachprüfungen zählen für die Stufe.',
    due: 'Nachprüfung fällig am {{date}}',
    overdue: 'Nachprüfung überfällig seit {{date}}',
    completed: 'Abgeschlossen am',
    dayMistake: 'Ein Tag ab {{date}}, dem Tag der Auslieferung, bis heute.',
    url: 'Wo sie festgehalten ist',
    submit: 'Nachprüfung festhalten',
    done: 'Die Nachprüfung ist festgehalten.',
  },
};
