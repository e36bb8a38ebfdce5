import type { EvaluatedEntity } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { contentHash } from '../../database';
import { plainText } from './plainText';

const LONGEST_NAME = 80;
/** Notifications keep titles of up to 255 characters, and scopes too. */
export const LONGEST_TITLE = 200;
const LONGEST_SCOPE = 255;

type Named = Pick<EvaluatedEntity, 'kind' | 'name' | 'namespace' | 'title'>;

/**
 * An entity for people.
 *
 * @internal
 */
export function nameOf({ name, title = '' }: Named): string {
  return plainText(title, LONGEST_NAME) || plainText(name, LONGEST_NAME);
}

/**
 * Where the results of an entity are shown.
 *
 * @internal
 */
export function linkOf({ kind, name, namespace }: Named): string {
  const parts = [namespace, kind.toLocaleLowerCase('en-US'), name];
  return `/catalog/${parts.map(encodeURIComponent).join('/')}/autonomy`;
}

/**
 * What a notification is about: a later one about the same takes its place.
 *
 * @internal
 */
export function scopeOf(subject: string, entityRef: string): string {
  const scope = `${subject} ${entityRef}`;
  return scope.length > LONGEST_SCOPE ? contentHash(scope) : scope;
}
