import type {
  AutonomyIncidentSourcesExtensionPoint,
  IncidentSourceType,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { standardWebhooks } from './standardWebhooks';

/**
 * The kinds of sources that are installed.
 *
 * @internal
 */
export class IncidentSourceTypes
  implements AutonomyIncidentSourcesExtensionPoint
{
  readonly #types = new Map<string, IncidentSourceType>();

  constructor() {
    this.addIncidentSourceType(standardWebhooks);
  }

  addIncidentSourceType(type: IncidentSourceType): void {
    if (this.#types.has(type.type)) {
      throw new Error(
        `There is an incident source type '${type.type}' already`,
      );
    }
    this.#types.set(type.type, type);
  }

  get(type: string): IncidentSourceType | undefined {
    return this.#types.get(type);
  }

  /** In the order in which they were added. */
  list(): string[] {
    return [...this.#types.keys()];
  }
}
