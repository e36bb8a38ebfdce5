import type { PolicyText } from '../sources';
import type { StandingVersion } from './PolicyVersionsStore';

/**
 * What of the versions is in force at an instant, as texts.
 *
 * @param versions - in the order of their numbers; none of them withdrawn
 * @param builtIn - keys (`kind/name`) of the built-in documents
 * @param instant - UTC milliseconds
 * @internal
 */
export function textsAt(
  versions: readonly StandingVersion[],
  builtIn: ReadonlySet<string>,
  instant: number,
): PolicyText[] {
  const inForce = new Map<string, StandingVersion>();
  for (const version of versions) {
    if (version.effectiveFrom <= instant) {
      inForce.set(`${version.kind}/${version.name}`, version);
    }
  }
  return [...inForce].flatMap(([key, version]): PolicyText[] => {
    const yaml = version.yaml ?? absence(version, builtIn.has(key));
    const { number } = version;
    return yaml === undefined
      ? []
      : [
          {
            origin: { type: 'here', version: number },
            place: `version ${number}`,
            yaml,
          },
        ];
  });
}

/** What takes the built-in scorecard away too, where it was retired. */
function absence(
  { action, kind, name }: StandingVersion,
  isBuiltIn: boolean,
): string | undefined {
  return action === 'retire' && isBuiltIn && kind === 'scorecard'
    ? [
        'apiVersion: aligned-autonomy/v1',
        'kind: Scorecard',
        'metadata:',
        `  name: ${JSON.stringify(name)}`,
        '  disabled: true',
        '',
      ].join('\n')
    : undefined;
}
