import type {
  AutonomyApi,
  ExemptionState,
  RecordedAttestation,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What the owners of an entity said and asked for; a list is absent before it came, and where it did not. */
export interface OwnersRecords {
  /** Answers in force. */
  answers?: RecordedAttestation[];
  /** Requests that no board has decided. */
  requests?: RecordedExemption[];
  /** What boards decided, the last requested first. */
  decisions?: RecordedExemption[];
}

/** Those that matter: what was withdrawn or has ended is history. */
const STATES: ExemptionState[] = [
  'requested',
  'denied',
  'planned',
  'in-force',
  'revoked',
];
const MOST = 200;

const UNREAD: OwnersRecords = {};

/** Read once for everything on a page that shows them. */
export class SharedRecords {
  readonly #read: () => Promise<OwnersRecords>;
  readonly #listeners = new Set<() => void>();
  #records = UNREAD;
  #asOf = -Infinity;
  #readings = 0;

  constructor(read: () => Promise<OwnersRecords>) {
    this.#read = read;
  }

  readonly current = () => this.#records;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#forget();
    };
  };

  readonly refresh = async () => {
    const reading = ++this.#readings;
    const records = await this.#read();
    if (reading !== this.#readings) return;
    this.#records = records;
    this.#listeners.forEach(listener => listener());
  };

  /** Reads them again where the evaluation that they stand beside is a newer one. */
  readFor(evaluatedAt: number): void {
    if (evaluatedAt <= this.#asOf) return;
    this.#asOf = evaluatedAt;
    void this.refresh();
  }

  /** Whoever comes back reads anew. */
  #forget(): void {
    this.#records = UNREAD;
    this.#asOf = -Infinity;
    this.#readings++;
  }
}

const known = new WeakMap<AutonomyApi, Map<string, SharedRecords>>();

/** The one copy of an entity's records. */
export function recordsOf(api: AutonomyApi, entityRef: string): SharedRecords {
  const byEntity = known.get(api) ?? new Map<string, SharedRecords>();
  known.set(api, byEntity);
  const shared =
    byEntity.get(entityRef) ??
    new SharedRecords(() => readRecords(api, entityRef));
  byEntity.set(entityRef, shared);
  return shared;
}

async function readRecords(
  api: AutonomyApi,
  entityRef: string,
): Promise<OwnersRecords> {
  const [answers, exemptions] = await Promise.allSettled([
    api.listAttestations(entityRef),
    api.listExemptions({ entity: [entityRef], state: STATES, limit: MOST }),
  ]);
  return {
    ...(answers.status === 'fulfilled' && {
      answers: answers.value.filter(({ state }) => state === 'in-force'),
    }),
    ...(exemptions.status === 'fulfilled' && {
      requests: exemptions.value.items.filter(isRequest),
      decisions: exemptions.value.items.filter(each => !isRequest(each)),
    }),
  };
}

function isRequest({ state }: RecordedExemption): boolean {
  return state === 'requested';
}
