/** The distribution of levels and the heat map of guardrails. */
export const matrix = {
  distribution: {
    loading: 'Loading the distribution',
    levels: 'By level',
    guardrails: 'By guardrails',
    withheld:
      'How they are distributed cannot be told: what you may read is decided entity by entity.',
  },
  matrix: {
    heading: 'Where guardrails hold',
    caption: 'Guardrails by domain',
    region: 'Guardrails by domain, can be scrolled',
    domain: 'Domain',
    noDomain: 'No domain',
    mandatory: '{{title}} (mandatory: it also bounds the level)',
    held: '{{held}} of {{all}} hold',
    part: '{{number}} {{status}}',
    open_one: '{{title}}, {{count}} entity: show it',
    open_other: '{{title}}, {{count}} entities: show them',
    loading: 'Loading guardrails',
    loadingEntities: 'Loading the entities of the domain',
    noEntities: 'None of its entities can be shown.',
    moreEntities: 'More of {{title}}',
    showAll_one: 'Show {{count}} domain',
    showAll_other: 'Show all {{count}} domains',
    hidden_one: '{{count}} smaller domain is not shown. Filter to see it.',
    hidden_other:
      '{{count}} smaller domains are not shown. Filter to see them.',
    legend: 'What the cells mean',
    howTo:
      'A cell says for how many entities a guardrail holds, of how many it applies to, and shows the worst status; it is empty where the guardrail does not apply. Bold guardrails are mandatory. Open a domain to see its entities. Arrow keys move between cells.',
    emptyTitle: 'No guardrail applies',
    emptyText: 'No guardrail applies to any of these entities.',
    withheldTitle: 'Not counted',
    withheldText:
      'How guardrails stand cannot be counted here: what you may read is decided entity by entity. The list below has what you may see.',
  },
  shareBar: {
    amount: '{{number}} ({{share}}%)',
  },
  guardrailState: {
    ok: 'holds',
    exempt: 'exempt',
    'at-risk': 'at risk',
    breached: 'breached',
    unknown: 'unknown',
    none: 'does not apply',
  },
} as const;
