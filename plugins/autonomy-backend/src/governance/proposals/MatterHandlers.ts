import type { Matter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { MatterHandler } from './MatterHandler';

/**
 * Who handles which matter.
 *
 * @internal
 */
export class MatterHandlers {
  readonly #handlers = new Map<Matter, MatterHandler>();

  static create(): MatterHandlers {
    return new MatterHandlers();
  }

  private constructor() {}

  register(handler: MatterHandler): void {
    this.#handlers.set(handler.matter, handler);
  }

  of(matter: Matter): MatterHandler {
    const handler = this.#handlers.get(matter);
    if (!handler) {
      throw new Error(`Nobody handles the matter ${matter}`);
    }
    return handler;
  }
}
