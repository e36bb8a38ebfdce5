import type {
  PolicyDocumentKey,
  PolicyOrigin,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** What is to be said of a document of the policy. */
export interface DocumentWords {
  /** E.g. `Scorecard`. */
  kind(kind: PolicyDocumentKey['kind']): string;
  /** What the checks of a scorecard are for. */
  role(role: ScorecardRole): string;
  /** Where it comes from. */
  origin(origin: PolicyOrigin): string;
  /** Its title, or its name; the policy that is shipped needs none. */
  title(document: {
    title?: string;
    name: string;
    kind?: PolicyDocumentKey['kind'];
    origin?: PolicyOrigin;
  }): string;
}

/** Documents of the policy in words. */
export function useDocumentWords(): DocumentWords {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return {
    kind: kind => t(`policyKind.${kind}`),
    role: role => t(`scorecardRole.${role}`),
    title: ({ kind, name, origin, title }) =>
      title ??
      (kind === 'policy' && origin?.type === 'built-in'
        ? t('policyOrigin.builtInPolicy')
        : name),
    origin: origin => {
      switch (origin.type) {
        case 'built-in':
          return t('policyOrigin.builtIn');
        case 'file':
          return t('policyOrigin.file', { place: origin.place });
        case 'url':
          return t('policyOrigin.url', {
            place: origin.place,
            time: format.dateTime(origin.readAt),
          });
        default:
          return t('policyOrigin.here', {
            version: format.number(origin.version),
          });
      }
    },
  };
}
