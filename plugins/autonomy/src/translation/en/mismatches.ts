/** Where teams decide more or less than their record supports. */
export const mismatches = {
  governanceList: {
    more: 'Show more',
    moreOf: 'Show more: {{title}}',
  },
  mismatches: {
    meaning:
      'A mismatch is a difference between what a team decides today and what its record recommends. What it decides today is known where it was granted, agreed in an audit, or rated by the team itself.',
    area: 'Decision area',
    loading: 'Loading mismatches',
    only: 'The lists show {{parts}} alone.',
    onlyConsequence: 'consequence {{consequence}}',
    onlyRight: 'right {{right}}',
    showAll: 'Show all',
    surplus: {
      title: 'More than the record supports',
      meaning:
        'Surplus: too much is at stake for what is known of the record. The most urgent first.',
      emptyTitle: 'No surplus',
      emptyText: 'No team decides more than its record supports.',
    },
    deficit: {
      title: 'Less than the record supports',
      meaning:
        'Deficit: the record would carry more, and asking costs time. The most urgent first.',
      emptyTitle: 'No deficit',
      emptyText: 'No team decides less than its record supports.',
    },
    column: {
      entity: 'Entity and owner',
      area: 'Area',
      today: 'Today',
      recommended: 'Recommended',
      difference: 'Difference',
      trust: 'Trust',
      tier: 'Tier',
      priority: 'Priority',
    },
    consequence: 'consequence {{consequence}}',
    more_one: '{{count}} step more',
    more_other: '{{count}} steps more',
    less_one: '{{count}} step less',
    less_other: '{{count}} steps less',
  },
  riskMatrix: {
    title: 'Risk matrix',
    loading: 'Loading the risk matrix',
    region: 'Risk matrix, can be scrolled',
    table: 'Areas by consequence and right',
    consequence: 'Consequence',
    entities_one:
      'Decision areas of {{count}} entity. A cell narrows the lists.',
    entities_other:
      'Decision areas of {{count}} entities. A cell narrows the lists.',
    areas_one: '{{count}} area',
    areas_other: '{{count}} areas',
    surplus_one: '{{count}} surplus',
    surplus_other: '{{count}} surplus',
    deficit_one: '{{count}} deficit',
    deficit_other: '{{count}} deficit',
    cell: 'Consequence {{consequence}}, {{right}}: {{counts}}',
    withheldTitle: 'Not counted',
    withheldText:
      'Your permissions depend on what the catalog says of each entity, so counts would tell of entities that you may not see. The lists below show what you may see.',
    emptyTitle: 'Nothing to count',
    emptyText: 'No evaluated entity matches.',
  },
} as const;
