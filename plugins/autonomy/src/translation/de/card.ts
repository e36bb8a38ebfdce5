import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { card as en } from '../en/card';

export const card: Texts<typeof en> = {
  card: {
    title: 'Autonomie',
    changed: 'geändert',
    refresh: 'Neu laden',
    loading: 'Was das Team entscheiden darf, wird geladen',
    rights: 'Was das Team entscheiden darf',
    allAreas: 'Alle {{areas}}',
    fewerAreas: 'Weniger',
    moreAreas: 'Und {{areas}} weitere: {{summary}}',
    why: 'Warum diese Rechte?',
    how: 'Wie',
    whatHolds: 'Warum',
    everything: 'Alles dazu',
  },
  state: {
    absentTitle: 'Keine Bewertung',
    absentText:
      'Diese Entität liegt außerhalb dessen, was bewertet wird, oder sie ist neu und noch nicht bewertet. Neue Entitäten erscheinen nach dem nächsten Abgleich mit dem Katalog.',
    forbiddenTitle: 'Keine Berechtigung',
    forbiddenText:
      'Für diese Ansicht fehlt die Berechtigung. Weiter hilft, wer die Berechtigungen verwaltet.',
    errorTitle: 'Das Autonomie-Backend hat nicht wie erwartet geantwortet',
    retry: 'Erneut versuchen',
  },
  notEnforced: {
    text: 'Die Rechte werden bis {{date}} nur gezeigt, nicht durchgesetzt.',
  },
  level: {
    taken: 'Erreicht am {{date}}',
    held: 'Gehalten seit {{date}}',
    falls_one:
      'Fällt {{when}} auf Stufe {{level}}, wenn bis dahin {{count}} Kriterium nicht wieder erfüllt ist',
    falls_other:
      'Fällt {{when}} auf Stufe {{level}}, wenn bis dahin {{count}} Kriterien nicht wieder erfüllt sind',
    recovering: 'Gefährdet, aber wieder gehalten: sicher {{when}}',
  },
  next: {
    missing: 'Bis Stufe {{level}}: {{parts}}',
    criteria_one: '{{count}} Kriterium',
    criteria_other: '{{count}} Kriterien',
    exempt_one: '{{count}} Ausnahme',
    exempt_other: '{{count}} Ausnahmen',
    waits: 'Als Nächstes: Stufe {{level}}, das Gremium entscheidet',
    rejected:
      'Als Nächstes: Stufe {{level}}, vom Gremium abgelehnt am {{date}}',
    reopens:
      'Als Nächstes: Stufe {{level}}, dem Gremium erneut vorgeschlagen am {{date}}',
    sustained: 'Als Nächstes: Stufe {{level}}, lange genug gehalten',
    top: 'Auf der höchsten Stufe',
  },
  figure: {
    guardrails: 'Leitplanken',
    holding: '{{held}} von {{all}} eingehalten',
    noGuardrails: 'keine gilt hier',
    moreBreached: 'und {{more}} weitere',
    readiness: 'Bereitschaft',
    gaps: '{{gaps}} von {{applicable}} offen',
    noReadiness: 'keine Prüfung gilt hier',
    tier: 'Rang',
    dependents_one: '{{count}} abhängige Entität',
    dependents_other: '{{count}} abhängige Entitäten',
    tierDiffers: 'angegeben {{declared}}, berechnet {{computed}}',
  },
  tier: {
    '1': 'kritisch',
    '2': 'hoch',
    '3': 'mittel',
    '4': 'gering',
  },
  evidence: {
    accountability: 'Rechenschaft {{score}}',
    noSource: 'von keiner Vorfallquelle beobachtet',
    heard: 'Vorfallquellen melden sich',
    silent_one: 'die Vorfallquelle ist verstummt',
    silent_other: '{{silent}} von {{count}} Vorfallquellen verstummt',
    stale: 'veraltete Fakten: {{collectors}}',
  },
};
