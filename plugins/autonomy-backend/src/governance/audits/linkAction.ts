import type { AuditAction } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { AUDITS_TABLE, toAudit, type AuditRow } from './auditRows';

/**
 * Notes what was made of an action that an audit of the entity led to: the first of its kind in one of the areas, else
 * the first without an area. One that nobody wrote down is added.
 *
 * @param made - `ref`: id of the grant or plan; `areas` that it is about; `title`: of an action that is added
 * @throws NotFoundError where the entity has no such audit; ConflictError before both sides have rated
 * @internal
 */
export async function linkAction(
  trx: Knex.Transaction,
  auditId: string,
  made: {
    entityRef: string;
    kind: 'grant' | 'plan';
    areas: readonly string[];
    ref: string;
    title: string;
  },
): Promise<void> {
  const { areas, entityRef, kind, ref, title } = made;
  const row = await trx<AuditRow>(AUDITS_TABLE)
    .where({ id: auditId, entity_ref: entityRef })
    .forUpdate()
    .first();
  if (!row) {
    throw new NotFoundError(`No audit ${auditId} of ${entityRef}`);
  }
  const { actions, state } = toAudit(row);
  if (state === 'rating') {
    throw new ConflictError(
      `Not both sides of the audit ${auditId} have rated yet: nothing follows from it`,
    );
  }
  const isOpen = (action: AuditAction) =>
    action.kind === kind && action.ref === undefined;
  const chosen =
    actions.find(
      action =>
        isOpen(action) &&
        action.area !== undefined &&
        areas.includes(action.area),
    ) ?? actions.find(action => isOpen(action) && action.area === undefined);
  const linked = chosen
    ? actions.map(action => (action === chosen ? { ...action, ref } : action))
    : [...actions, { kind, area: areas[0], title, ref }];
  await trx(AUDITS_TABLE)
    .where({ id: auditId })
    .update({ actions: JSON.stringify(linked) });
}

/**
 * What an agreement says is to be done, with what was made of it before there was an agreement.
 *
 * @param made - actions of the audit so far
 * @internal
 */
export function withMade(
  actions: readonly AuditAction[],
  made: readonly AuditAction[],
): AuditAction[] {
  const left = [...made];
  const linked = actions.map(action => {
    const position = left.findIndex(
      ({ area, kind }) => kind === action.kind && area === action.area,
    );
    const [same] = position < 0 ? [] : left.splice(position, 1);
    return same ? { ...action, ref: same.ref } : action;
  });
  return [...linked, ...left];
}
