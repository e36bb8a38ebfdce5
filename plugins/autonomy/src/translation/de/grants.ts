import type { Texts } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import type { grants as en } from '../en/grants';

export const grants: Texts<typeof en> = {
  grantForm: {
    title: 'Gewährung beantragen',
    moveTitle: 'Gewährung einbringen',
    meaning:
      'Eine Gewährung ist ein ausdrückliches Recht in einem Bereich, mit Begründung und Ende. Sie gilt anstelle der Empfehlung, bis zu den festen Obergrenzen.',
    area: 'Entscheidungsbereich',
    right: 'Recht',
    standing: 'Empfohlen: „{{recommended}}“. Jetzt in Kraft: „{{effective}}“.',
    same: 'Das entspricht der heutigen Empfehlung und braucht keine Gewährung.',
    above_one:
      '{{count}} Schritt mehr als empfohlen. Sie endet am Tag, der unten steht.',
    above_other:
      '{{count}} Schritte mehr als empfohlen. Sie endet am Tag, der unten steht.',
    below_one:
      '{{count}} Schritt weniger als empfohlen. Sie verfällt am Tag, der unten steht, wenn sie nicht verlängert wird.',
    below_other:
      '{{count}} Schritte weniger als empfohlen. Sie verfällt am Tag, der unten steht, wenn sie nicht verlängert wird.',
    bound: 'Feste Obergrenze, {{limit}}: höchstens „{{right}}“.',
    bounded:
      'Keine Gewährung geht darüber hinaus: Solange die Obergrenze gilt, hat mehr keine Wirkung.',
    trial: 'Auf Probe',
    trialMeaning:
      'Eine Probe beantwortet eine Meinungsverschiedenheit. Schon jetzt steht fest, was als Scheitern zählt: Beim ersten solchen Vorfall im Bereich endet sie.',
    failsFrom: 'Gescheitert bei einem Vorfall ab',
    severity: 'Schwere: {{severity}}',
    reason: 'Begründung',
    reasonHelp: 'Warum die bisherige Arbeit nicht alles sagt.',
    note: 'Vor der Entscheidung wird nichts wirksam. Es entscheidet {{board}}.',
    moveNote:
      'Das Einbringen ist zugleich eine Stimme. Es entscheidet {{board}}, sobald genug Stimmen da sind.',
    submit: 'Beim Gremium beantragen',
    move: 'Einbringen',
    done: 'Beantragt. Vor der Entscheidung wird nichts wirksam.',
    moved: 'Eingebracht. Die Stimme zählt.',
  },
  grantRevoke: {
    title: 'Gewährung widerrufen',
    text: 'Die Gewährung in {{area}} endet sofort. Danach gilt wieder die Empfehlung.',
    submit: 'Widerrufen',
    done: 'Die Gewährung ist widerrufen.',
  },
  grantRenew: {
    title: 'Gewährung verlängern',
    text: 'Beantragt, dass die Gewährung in {{area}} nach ihrem Ende weitergeht. Eine Gewährung, die ein Recht anhebt, kann einmal verlängert werden.',
    submit: 'Verlängerung beantragen',
    done: 'Beantragt. Vor der Entscheidung wird nichts wirksam.',
  },
  grants: {
    title: 'Gewährungen',
    loading: 'Die Gewährungen werden geladen',
    none: 'Nichts wurde gewährt, und nichts wurde beantragt.',
    line: '{{area}}: „{{right}}“',
    trial: 'auf Probe, scheitert bei einem Vorfall ab Schwere: {{severity}}',
    until: 'bis {{date}}',
    asked: 'beantragt von {{who}} am {{date}}',
    recommended: 'empfohlen war „{{right}}“',
    toProposal: 'Zum Vorschlag',
    propose: 'Gewährung vorschlagen',
    revoke: 'Widerrufen',
    renew: 'Verlängern',
    name: '{{label}}: Gewährung in {{area}}',
    state: {
      proposed: 'beim Gremium',
      refused: 'abgelehnt',
      planned: 'gewährt, beginnt später',
      'in-force': 'in Kraft',
      failed: 'Probe gescheitert',
      expired: 'abgelaufen',
      revoked: 'widerrufen',
    },
  },
};
