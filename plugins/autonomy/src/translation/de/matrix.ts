import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { matrix as en } from '../en/matrix';

export const matrix: Texts<typeof en> = {
  distribution: {
    loading: 'Die Verteilung wird geladen',
    levels: 'Nach Stufe',
    guardrails: 'Nach Leitplanken',
    withheld:
      'Die Verteilung wird zurückgehalten: Was gelesen werden darf, entscheidet sich für jede Entität einzeln.',
  },
  matrix: {
    heading: 'Wo Leitplanken eingehalten werden',
    caption: 'Leitplanken nach Domäne',
    region: 'Leitplanken nach Domäne, lässt sich verschieben',
    domain: 'Domäne',
    noDomain: 'Ohne Domäne',
    mandatory: '{{title}} (Pflicht: begrenzt auch die Stufe)',
    held: 'bei {{held}} von {{all}} eingehalten',
    part: '{{number}} {{status}}',
    open_one: '{{title}}, {{count}} Entität: zeigen',
    open_other: '{{title}}, {{count}} Entitäten: zeigen',
    loading: 'Leitplanken werden geladen',
    loadingEntities: 'Die Entitäten der Domäne werden geladen',
    noEntities: 'Keine ihrer Entitäten lässt sich zeigen.',
    moreEntities: 'Mehr von {{title}}',
    showAll_one: '{{count}} Domäne zeigen',
    showAll_other: 'Alle {{count}} Domänen zeigen',
    hidden_one:
      '{{count}} kleinere Domäne fehlt hier. Mit einem Filter ist sie zu sehen.',
    hidden_other:
      '{{count}} kleinere Domänen fehlen hier. Mit einem Filter sind sie zu sehen.',
    legend: 'Was die Felder bedeuten',
    howTo:
      'Ein Feld sagt, bei wie vielen der Entitäten, für die sie gilt, eine Leitplanke eingehalten ist, und zeigt den schlechtesten Stand; wo sie nicht gilt, ist es leer. Fett gedruckte Leitplanken sind Pflicht. Eine geöffnete Domäne zeigt ihre Entitäten. Pfeiltasten führen von Feld zu Feld.',
    emptyTitle: 'Keine Leitplanke gilt',
    emptyText: 'Für keine dieser Entitäten gilt eine Leitplanke.',
    withheldTitle: 'Nicht gezählt',
    withheldText:
      'Die Zahlen werden zurückgehalten: Was gelesen werden darf, entscheidet sich für jede Entität einzeln. Die Liste darunter zeigt, was zu sehen ist.',
  },
  shareBar: {
    amount: '{{number}} ({{share}} %)',
  },
  guardrailState: {
    ok: 'eingehalten',
    exempt: 'ausgenommen',
    'at-risk': 'gefährdet',
    breached: 'verletzt',
    unknown: 'unklar',
    none: 'gilt nicht',
  },
};
