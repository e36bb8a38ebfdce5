/** What waits for the reader. */
export const home = {
  needs: {
    title: 'What needs me',
    loading: 'Loading what needs you',
    all: 'Show all {{number}}',
    fewer: 'Show fewer',
    cut: 'The {{shown}} most urgent of {{all}} are shown.',
    nothingTitle: 'Nothing needs you right now',
    nothingOwned_one:
      'The service that you own holds its guardrails, and nothing about it is due.',
    nothingOwned_other:
      'The {{count}} services that you own hold their guardrails, and nothing about them is due.',
    nothingBoard: 'Nothing waits for a decision of your board.',
    uninvolvedTitle: 'Nothing waits for you here',
    uninvolvedText:
      'Your groups own no service that is evaluated, and you are on no board. What needs you appears here once that changes.',
  },
  needsAs: {
    owner: 'As one of the owners ({{number}})',
    board: 'As a member of the board ({{number}})',
  },
  needKind: {
    'guardrail-breached': 'Guardrail breached',
    'guardrail-at-risk': 'Guardrail at risk',
    'level-at-risk': 'Level {{level}} at risk',
    'exemption-expiring': 'Exemption about to expire',
    'attestation-expiring': 'Answer about to expire',
    'incident-review': 'Review the incident',
    'deployment-review': 'Review the deployment',
    'next-level': 'Close to level {{level}}',
    'promotion-undecided': 'Decide on level {{level}}',
    'exemption-undecided': 'Decide on an exemption',
    'incident-undecided': 'Decide on a dispute about an incident',
  },
  need: {
    about: '{{what}}: {{subject}}',
    open_one: '{{count}} requirement open',
    open_other: '{{count}} requirements open',
    due: 'due {{when}}',
    ends: 'ends {{when}}',
    falls: 'falls {{when}}',
    overdue: 'overdue since {{date}}',
  },
  page: {
    title: 'Autonomy',
    overview: 'Overview',
    activity: 'Activity',
    scorecards: 'Scorecards',
    health: 'Health',
  },
} as const;
