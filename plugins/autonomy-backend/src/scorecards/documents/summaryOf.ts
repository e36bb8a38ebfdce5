import type {
  PolicyDocument,
  PolicyDocumentSummary,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { checksOf } from './checksOf';
import { keyOf } from './keys';

/**
 * What a document says of itself.
 *
 * @internal
 */
export function summaryOf(
  document: PolicyDocument,
): Omit<PolicyDocumentSummary, 'isEditable' | 'origin'> {
  const own = { ...keyOf(document), checks: checksOf(document) };
  switch (document.kind) {
    case 'Scorecard': {
      const { description, owner, role, title } = document.value;
      return { ...own, title, description, owner, role };
    }
    case 'Overlay': {
      const { description, domain, title } = document.value;
      return { ...own, title, description, domain };
    }
    case 'Policy': {
      const { description, title } = document;
      return { ...own, title, description };
    }
    default:
      return own;
  }
}
