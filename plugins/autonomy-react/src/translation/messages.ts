/** Every text by group and key; another language has the same ones. @public */
export const messages = {
  level: {
    name: 'Level {{level}}',
    badge: 'Level {{level}}: {{title}}',
    position: 'Level {{level}} of {{top}}',
  },
  right: {
    approval: 'approval',
    consult: 'consult',
    'peer-review': 'peer review',
    inform: 'inform',
    decide: 'decide',
  },
  meaning: {
    approval: 'ask first',
    consult: 'consult before deciding',
    'peer-review': 'decide after a peer review',
    inform: 'decide, then have it reviewed',
    decide: 'decide alone',
  },
  guardrailStatus: {
    ok: 'all hold',
    exempt: 'exempt',
    'at-risk': 'at risk',
    breached: 'breached',
    unknown: 'unknown',
    none: 'no guardrails',
  },
  guardrailCount: {
    exempt: '{{number}} exempt',
    'at-risk': '{{number}} at risk',
    breached: '{{number}} breached',
    unknown: '{{number}} unknown',
  },
  band: {
    ready: 'ready',
    'minor-gaps': 'minor gaps',
    focus: 'needs focus',
    'not-ready': 'not ready',
  },
  consequence: {
    low: 'low',
    medium: 'medium',
    high: 'high',
    critical: 'critical',
  },
  limit: {
    level: 'level {{actual}}',
    trust: 'trust {{actual}} of {{need}}',
    trustEnough: 'trust {{actual}}',
    accountability: 'accountability {{actual}}',
    guardrail: 'guardrail: {{title}}',
    plan: 'plan: {{title}}',
    bypass: 'bypass: {{title}}',
    grant: 'granted until {{date}}',
    trialFailed: 'trial failed',
    incidents_one: '{{count}} incident',
    incidents_other: '{{count}} incidents',
  },
  catalog: {
    column: 'Autonomy',
    failed: 'not loaded',
  },
  strip: {
    label: 'Decision rights by area',
    explain: 'Why {{right}} in {{area}}?',
  },
} as const;
