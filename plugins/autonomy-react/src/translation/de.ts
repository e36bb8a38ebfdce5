import { flattenTexts } from './flattenTexts';
import type { messages } from './messages';
import type { Texts } from './Texts';

const german: Texts<typeof messages> = {
  level: {
    name: 'Stufe {{level}}',
    badge: 'Stufe {{level}}: {{title}}',
    position: 'Stufe {{level}} von {{top}}',
  },
  right: {
    approval: 'Genehmigung',
    consult: 'Rücksprache',
    'peer-review': 'Gegenprüfung',
    inform: 'Mitteilung',
    decide: 'Entscheidung',
  },
  meaning: {
    approval: 'vorher fragen',
    consult: 'vor der Entscheidung Rücksprache halten',
    'peer-review': 'nach einer Gegenprüfung entscheiden',
    inform: 'entscheiden und danach prüfen lassen',
    decide: 'allein entscheiden',
  },
  guardrailStatus: {
    ok: 'alle eingehalten',
    exempt: 'ausgenommen',
    'at-risk': 'gefährdet',
    breached: 'verletzt',
    unknown: 'unklar',
    none: 'keine Leitplanken',
  },
  guardrailCount: {
    exempt: '{{number}} ausgenommen',
    'at-risk': '{{number}} gefährdet',
    breached: '{{number}} verletzt',
    unknown: '{{number}} unklar',
  },
  band: {
    ready: 'bereit',
    'minor-gaps': 'kleine Lücken',
    focus: 'Handlungsbedarf',
    'not-ready': 'nicht bereit',
  },
  consequence: {
    low: 'gering',
    medium: 'mittel',
    high: 'hoch',
    critical: 'kritisch',
  },
  limit: {
    level: 'Stufe {{actual}}',
    trust: 'Vertrauen {{actual}} von {{need}}',
    trustEnough: 'Vertrauen {{actual}}',
    accountability: 'Rechenschaft {{actual}}',
    guardrail: 'Leitplanke: {{title}}',
    plan: 'Plan: {{title}}',
    bypass: 'Umgehung: {{title}}',
    grant: 'gewährt bis {{date}}',
    trialFailed: 'Probe gescheitert',
    incidents_one: '{{count}} Vorfall',
    incidents_other: '{{count}} Vorfälle',
  },
  catalog: {
    column: 'Autonomie',
    failed: 'nicht geladen',
  },
  strip: {
    label: 'Entscheidungsrechte nach Bereich',
    explain: 'Warum „{{right}}“ in {{area}}?',
  },
};

export default flattenTexts(german);
