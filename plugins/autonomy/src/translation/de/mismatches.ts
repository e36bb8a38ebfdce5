import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { mismatches as en } from '../en/mismatches';

export const mismatches: Texts<typeof en> = {
  governanceList: {
    more: 'Mehr zeigen',
    moreOf: 'Mehr zeigen: {{title}}',
  },
  mismatches: {
    meaning:
      'Eine Abweichung ist ein Unterschied zwischen dem, was ein Team heute entscheidet, und dem, was seine bisherige Arbeit empfiehlt. Was es heute entscheidet, ist bekannt, wo es gewährt, in einem Audit vereinbart oder vom Team selbst angegeben wurde.',
    area: 'Entscheidungsbereich',
    loading: 'Abweichungen werden geladen',
    only: 'Die Listen zeigen nur {{parts}}.',
    onlyConsequence: 'Tragweite {{consequence}}',
    onlyRight: 'Recht „{{right}}“',
    showAll: 'Alle zeigen',
    surplus: {
      title: 'Mehr, als die bisherige Arbeit trägt',
      meaning:
        'Überschuss: Für das, was über die bisherige Arbeit bekannt ist, steht zu viel auf dem Spiel. Das Dringendste zuerst.',
      emptyTitle: 'Kein Überschuss',
      emptyText:
        'Kein Team entscheidet mehr, als seine bisherige Arbeit trägt.',
    },
    deficit: {
      title: 'Weniger, als die bisherige Arbeit trägt',
      meaning:
        'Defizit: Die bisherige Arbeit trüge mehr, und jede Rückfrage kostet Zeit. Das Dringendste zuerst.',
      emptyTitle: 'Kein Defizit',
      emptyText:
        'Kein Team entscheidet weniger, als seine bisherige Arbeit trägt.',
    },
    column: {
      entity: 'Entität und Eigentümer',
      area: 'Bereich',
      today: 'Heute',
      recommended: 'Empfohlen',
      difference: 'Unterschied',
      trust: 'Vertrauen',
      tier: 'Rang',
      priority: 'Priorität',
    },
    consequence: 'Tragweite {{consequence}}',
    more_one: '{{count}} Schritt mehr',
    more_other: '{{count}} Schritte mehr',
    less_one: '{{count}} Schritt weniger',
    less_other: '{{count}} Schritte weniger',
  },
  riskMatrix: {
    title: 'Risikomatrix',
    loading: 'Die Risikomatrix wird geladen',
    region: 'Risikomatrix, kann verschoben werden',
    table: 'Bereiche nach Tragweite und Recht',
    consequence: 'Tragweite',
    entities_one:
      'Entscheidungsbereiche von {{count}} Entität. Ein Feld schränkt die Listen ein.',
    entities_other:
      'Entscheidungsbereiche von {{count}} Entitäten. Ein Feld schränkt die Listen ein.',
    areas_one: '{{count}} Bereich',
    areas_other: '{{count}} Bereiche',
    surplus_one: '{{count}} Überschuss',
    surplus_other: '{{count}} mit Überschuss',
    deficit_one: '{{count}} Defizit',
    deficit_other: '{{count}} mit Defizit',
    cell: 'Tragweite {{consequence}}, „{{right}}“: {{counts}}',
    withheldTitle: 'Nicht gezählt',
    withheldText:
      'Die Berechtigungen hängen davon ab, was der Katalog über jede Entität sagt. Zahlen würden deshalb Entitäten verraten, die nicht gesehen werden dürfen. Die Listen darunter zeigen, was gesehen werden darf.',
    emptyTitle: 'Nichts zu zählen',
    emptyText: 'Keine bewertete Entität passt.',
  },
};
