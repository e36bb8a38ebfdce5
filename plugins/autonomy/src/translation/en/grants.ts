/** Rights that a board grants. */
export const grants = {
  grantForm: {
    title: 'Ask for a grant',
    moveTitle: 'Move a grant',
    meaning:
      'A grant is an explicit right in one area, with a reason and an end. It decides in place of what is recommended, up to the hard caps.',
    area: 'Decision area',
    right: 'Right',
    standing: 'Recommended: {{recommended}}. In force now: {{effective}}.',
    same: 'That is what is recommended today: it needs no grant.',
    above_one:
      '{{count}} step more than recommended. It ends on the day below.',
    above_other:
      '{{count}} steps more than recommended. It ends on the day below.',
    below_one:
      '{{count}} step less than recommended. It lapses on the day below unless it is renewed.',
    below_other:
      '{{count}} steps less than recommended. It lapses on the day below unless it is renewed.',
    bound: 'Hard cap, {{limit}}: {{right}} at the most.',
    bounded:
      'A grant cannot exceed it: more has no effect as long as it holds.',
    trial: 'It is a trial',
    trialMeaning:
      'A trial answers a disagreement. Say now what counts as failure: at the first such incident in the area it ends.',
    failsFrom: 'It has failed at an incident of',
    severity: '{{severity}} severity or worse',
    reason: 'Reason',
    reasonHelp: 'Why the record of today does not tell the whole.',
    note: 'It has no effect before {{board}} decides.',
    moveNote:
      'Moving it is your vote. {{board}} decides as soon as enough have voted.',
    submit: 'Ask the board',
    move: 'Move it',
    done: 'Asked. It has no effect before the board decides.',
    moved: 'Moved. Your vote counts.',
  },
  grantRevoke: {
    title: 'Revoke the grant',
    text: 'The grant in {{area}} ends at once. What is recommended decides again.',
    submit: 'Revoke',
    done: 'Grant revoked.',
  },
  grantRenew: {
    title: 'Renew the grant',
    text: 'Asks for the grant in {{area}} to go on once it ends. A grant that lifts a right can be renewed once.',
    submit: 'Ask for the renewal',
    done: 'Asked. It has no effect before the board decides.',
  },
  grants: {
    title: 'Grants',
    loading: 'Loading grants',
    none: 'Nothing has been granted, and nothing was asked for.',
    line: '{{area}}: {{right}}',
    trial: 'trial, fails at an incident of {{severity}} severity or worse',
    until: 'until {{date}}',
    asked: 'asked for by {{who}} on {{date}}',
    recommended: '{{right}} was recommended',
    toProposal: 'To the proposal',
    propose: 'Propose a grant',
    revoke: 'Revoke',
    renew: 'Renew',
    name: '{{label}}: grant in {{area}}',
    state: {
      proposed: 'with the board',
      refused: 'refused',
      planned: 'granted, begins later',
      'in-force': 'in force',
      failed: 'trial failed',
      expired: 'expired',
      revoked: 'revoked',
    },
  },
} as const;
