import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringify } from 'yaml';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 63;

/** Whether a document may be called so. */
export function isDocumentName(name: string): boolean {
  return name.length <= LONGEST && NAME.test(name);
}

/** A name made of a title, as far as that goes. */
export function nameOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** What a check has besides in a role, so that the first draft says what is needed. */
const ROLE_FIELDS: Record<ScorecardRole, object> = {
  guardrails: { areas: ['deployment'], effect: 'inform' },
  levels: { level: 2 },
  readiness: {},
  accountability: {},
};

export interface NewScorecard {
  name: string;
  title: string;
  role: ScorecardRole;
  /** Words of the first check, to be replaced. */
  firstCheck: { title: string; risk: string };
}

/** The text that a new scorecard begins with. */
export function newScorecardText(scorecard: NewScorecard): string {
  const { firstCheck, name, role, title } = scorecard;
  return stringify({
    apiVersion: 'aligned-autonomy/v1',
    kind: 'Scorecard',
    metadata: { name, title },
    spec: {
      role,
      checks: [
        {
          id: nameOf(`${name.slice(0, LONGEST - 2)} 1`),
          ...firstCheck,
          ...ROLE_FIELDS[role],
          expression: 'catalog.owner.exists',
        },
      ],
    },
  });
}

/** The text that a new overlay begins with: it changes nothing yet. */
export function newOverlayText(overlay: {
  name: string;
  title: string;
  domain: string;
}): string {
  const { domain, name, title } = overlay;
  return stringify({
    apiVersion: 'aligned-autonomy/v1',
    kind: 'Overlay',
    metadata: { name, title, domain },
    spec: { checks: [] },
  });
}
