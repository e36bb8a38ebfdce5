import {
  AUTONOMY_DOCUMENT_TYPE,
  type AutonomyApi,
  type AutonomyDocument,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { Readable } from 'node:stream';
import { toDocument } from './toDocument';

/** As many as the list gives at once. */
const PAGE_SIZE = 200;

type VisibilityPermission = NonNullable<
  DocumentCollatorFactory['visibilityPermission']
>;

/**
 * @internal
 */
export interface AutonomyCollatorOptions {
  api: Pick<AutonomyApi, 'listEntities'>;
  locationTemplate: string;
  /** Asked for by entity ref. */
  visibilityPermission: VisibilityPermission;
}

/**
 * Makes a document of every entity that has a result.
 *
 * @internal
 */
export class AutonomyCollatorFactory implements DocumentCollatorFactory {
  readonly type = AUTONOMY_DOCUMENT_TYPE;
  readonly visibilityPermission: VisibilityPermission;
  readonly #options: AutonomyCollatorOptions;

  static create(options: AutonomyCollatorOptions): AutonomyCollatorFactory {
    return new AutonomyCollatorFactory(options);
  }

  private constructor(options: AutonomyCollatorOptions) {
    this.#options = options;
    this.visibilityPermission = options.visibilityPermission;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<AutonomyDocument & IndexableDocument> {
    const { api, locationTemplate } = this.#options;
    let cursor: string | undefined;
    do {
      const page = await api.listEntities({ cursor, limit: PAGE_SIZE });
      for (const entity of page.items) {
        yield {
          ...toDocument(entity, locationTemplate),
          authorization: { resourceRef: entity.entityRef },
        };
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
}
