import type {
  Evaluation,
  IncidentProposal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactElement } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../shared';

const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
const CLASSES = ['none', 'legal', 'ethical', 'bypass'] as const;

/** Says what a proposal wants an incident to be. A value that is none of the known ones stays as it is. */
export function useProposalWords({ rights }: Evaluation) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const format = useFormatters();
  const areaTitle = (id: string) =>
    rights.find(({ area }) => area === id)?.title ?? id;

  return ({ field, value }: Pick<IncidentProposal, 'field' | 'value'>) => {
    switch (field) {
      case 'severity': {
        const known = SEVERITIES.find(each => each === value);
        return textOf(known ? word(`consequence.${known}`) : value);
      }
      case 'class': {
        const known = CLASSES.find(each => each === value);
        return textOf(known ? t(`incidentClass.${known}`) : value);
      }
      case 'causedBy':
        return value === 'external' ? (
          textOf(t('incidentDispute.external'))
        ) : (
          <EntityName entityRef={value} />
        );
      case 'areas':
        return textOf(value.split(',').map(areaTitle).join(', '));
      default: {
        const instant = Date.parse(value);
        return textOf(Number.isNaN(instant) ? value : format.dateTime(instant));
      }
    }
  };
}

function textOf(text: string): ReactElement {
  return <>{text}</>;
}
