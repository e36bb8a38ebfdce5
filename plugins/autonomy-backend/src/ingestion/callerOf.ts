import type { BackstageCredentials } from '@backstage/backend-plugin-api';

interface Principal {
  type?: string;
  userEntityRef?: string;
  subject?: string;
}

/**
 * Who reports: the subject of a service, the entity ref of a user, or nobody as an empty text.
 *
 * @internal
 */
export function callerOf({ principal }: BackstageCredentials): string {
  const { subject, type, userEntityRef } = principal as Principal;
  return (type === 'user' ? userEntityRef : subject) ?? '';
}
