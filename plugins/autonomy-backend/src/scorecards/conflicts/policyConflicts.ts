import type {
  PolicyDocument,
  PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { keyOf, keyText, keyTextOf } from '../documents/keys';
import { fieldsOf } from './fieldsOf';

/**
 * What is said twice, in the configuration and here: the same scorecard or overlay, or the same field of the policy.
 * A field that says what the built-in policy says, says nothing of its own.
 *
 * @param documents - `here` those that are, or are to be, published here; `configured` those of files and addresses
 * @returns an issue of the document here, which names where the other stands
 * @internal
 */
export function policyConflicts(documents: {
  builtIn: readonly PolicyDocument[];
  configured: readonly PolicyDocument[];
  here: readonly PolicyDocument[];
}): PolicyIssue[] {
  const { builtIn, configured, here } = documents;
  return [
    ...sameNames(here, configured),
    ...sameFields(here, configured, builtIn),
  ];
}

function sameNames(
  here: readonly PolicyDocument[],
  configured: readonly PolicyDocument[],
): PolicyIssue[] {
  const known = new Map(
    configured.map(document => [keyTextOf(document), document]),
  );
  return here.flatMap(document => {
    const { kind, name } = keyOf(document);
    const other = known.get(keyText({ kind, name }));
    return other && kind !== 'policy'
      ? conflict(
          document,
          ['metadata', 'name'],
          `${kind} ${name} comes from the configuration (${placeOf(other, [
            'metadata',
            'name',
          ])}), so it cannot be published here`,
        )
      : [];
  });
}

function sameFields(
  here: readonly PolicyDocument[],
  configured: readonly PolicyDocument[],
  builtIn: readonly PolicyDocument[],
): PolicyIssue[] {
  const standard = new Map(
    builtIn.flatMap(fieldsOf).map(({ id, value }) => [id, value]),
  );
  const known = new Map(
    configured.flatMap(document =>
      fieldsOf(document).map(field => [field.id, { document, field }]),
    ),
  );
  return here.flatMap(document =>
    fieldsOf(document).flatMap(({ id, path, value }) => {
      const other = known.get(id);
      return other && standard.get(id) !== value
        ? conflict(
            document,
            path,
            `is set by the configuration (${placeOf(
              other.document,
              other.field.path,
            )}), so it cannot be published here`,
          )
        : [];
    }),
  );
}

function placeOf(
  { file, lines }: PolicyDocument,
  path: readonly (string | number)[],
): string {
  return `${file}:${lines.lineOf(path)}`;
}

function conflict(
  { file, lines }: PolicyDocument,
  path: readonly (string | number)[],
  message: string,
): PolicyIssue[] {
  const field = path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
  return [{ file, line: lines.lineOf(path), field, message }];
}
