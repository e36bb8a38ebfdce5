import { readFile } from 'node:fs/promises';
import { findRefMistake, readInstant } from '../evidence';
import { Failure } from '../Failure';
import type { ReadItem } from '../input';
import type { CoverageNote, Report } from '../output';
import { BatchSender, type BackendClient } from '../send';

const BATCH_SIZE = 500;

/**
 * @internal
 */
export interface CoverageOptions {
  source?: string;
  /** ISO 8601. */
  coverageFrom?: string;
  /** ISO 8601. */
  coverageTo?: string;
  coverageEntities?: string;
}

/** What the backend takes as the coverage of one entity. */
interface Row extends ReadItem {
  item: { entityRef: string };
}

interface Contents {
  note: Omit<CoverageNote, 'declared'>;
  /** One for each entity; absent where the backend knows what the source covers. */
  rows?: Row[];
}

/**
 * Since when the source of a history watched. Trust is earned only in time that is covered.
 *
 * @internal
 */
export class CoverageDeclaration {
  readonly #contents: Contents;

  /**
   * @param now - UTC milliseconds
   * @returns undefined if no coverage is asked for
   * @throws Failure (input)
   */
  static async read(
    options: CoverageOptions,
    now: number,
  ): Promise<CoverageDeclaration | undefined> {
    const { coverageEntities, coverageFrom: from, coverageTo: to } = options;
    if (from === undefined) {
      if (to !== undefined || coverageEntities !== undefined) {
        throw new Failure('input', 'expected --coverage-from too');
      }
      return undefined;
    }
    const { source } = options;
    if (source === undefined) {
      throw new Failure(
        'input',
        'expected --source too: whose coverage is it?',
      );
    }
    checkStretch(from, to, now);
    const note = { source, from, to };
    if (coverageEntities === undefined) {
      return new CoverageDeclaration({ note });
    }
    const lastHeardAt = to ?? new Date(now).toISOString();
    const rows = await readRows(coverageEntities, { ...note, lastHeardAt });
    return new CoverageDeclaration({
      note: { ...note, entities: rows.length },
      rows,
    });
  }

  private constructor(contents: Contents) {
    this.#contents = contents;
  }

  /** Rejects what is no entity ref. */
  check(report: Report): void {
    for (const { item, origin } of this.#contents.rows ?? []) {
      const mistake = findRefMistake(item.entityRef);
      if (mistake) {
        report.reject(origin, mistake);
      }
    }
  }

  /** Says that nothing was declared. */
  skip(report: Report): void {
    report.declare({ ...this.#contents.note, declared: false });
  }

  /**
   * Declares it, unless something of the history is missing: a source that watched and saw nothing is
   * not the same as one whose reports were turned away.
   *
   * @throws Failure (input, not-authorised, backend)
   */
  async declare(options: {
    client: Pick<BackendClient, 'post'>;
    report: Report;
  }): Promise<void> {
    const { client, report } = options;
    this.skip(report);
    if (report.exitCode !== 0) {
      return;
    }
    const { note, rows } = this.#contents;
    if (rows) {
      await sendRows(client, rows, report);
    } else {
      const { from, source, to } = note;
      await client.post('/backfill/coverage', { source, from, to });
    }
    report.declare({ ...note, declared: report.rejected === 0 });
  }
}

function checkStretch(from: string, to: string | undefined, now: number): void {
  const stretch = Object.entries({
    '--coverage-from': from,
    '--coverage-to': to,
  });
  let before = -Infinity;
  for (const [option, text] of stretch) {
    const instant = text === undefined ? now : readInstant(text) ?? NaN;
    if (!(instant >= before && instant <= now)) {
      throw new Failure(
        'input',
        `${option}: expected an ISO 8601 instant with zone such as 2026-01-31T09:30:00Z, in the past and in order, found ${JSON.stringify(
          text,
        )}`,
      );
    }
    before = instant;
  }
}

async function readRows(
  file: string,
  row: Record<string, unknown>,
): Promise<Row[]> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new Failure('input', `--coverage-entities: ${error.message}`);
  });
  const rows = text.split('\n').flatMap((content, index): Row[] => {
    const entityRef = content.trim();
    return entityRef === '' || entityRef.startsWith('#')
      ? []
      : [{ origin: { file, line: index + 1 }, item: { ...row, entityRef } }];
  });
  if (rows.length === 0) {
    throw new Failure(
      'input',
      `${file}: expected entity refs, one a line, found none`,
    );
  }
  return rows;
}

/** The figures of the report are those of the history; only what was turned away is added. */
async function sendRows(
  client: Pick<BackendClient, 'post'>,
  rows: readonly ReadItem[],
  report: Report,
): Promise<void> {
  const sender = BatchSender.create({
    client,
    path: '/coverage',
    field: 'items',
  });
  for (let from = 0; from < rows.length; from += BATCH_SIZE) {
    const outcome = await sender.send(rows.slice(from, from + BATCH_SIZE));
    report.add({ ...outcome, stored: 0, unchanged: 0 });
  }
}
