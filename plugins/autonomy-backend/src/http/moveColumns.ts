import {
  rightName,
  type DecisionRight,
  type MovesFilter,
  type Shift,
  type SimulatedDifference,
  type SimulatedMove,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { CsvColumns } from './sendCsv';

type Rights = SimulatedDifference['rights'];

const rounded = (value: number | undefined, digits: number) =>
  value === undefined ? undefined : Number(value.toFixed(digits));
const nameOf = (right: DecisionRight | undefined) =>
  right === undefined ? 'none' : rightName(right);

function list<T>(
  shifts: readonly Shift<T>[] | undefined,
  key: (shift: any) => string,
  name: (value: T | undefined) => string,
): string | undefined {
  return shifts
    ?.map(shift => `${key(shift)}: ${name(shift.from)} > ${name(shift.to)}`)
    .join('; ');
}

function rightsOf(
  rights: Rights | undefined,
  isMeant: (from: number, to: number) => boolean,
): string | undefined {
  return list(
    rights?.filter(
      ({ from, to }) =>
        from !== undefined && to !== undefined && isMeant(from, to),
    ),
    ({ area }) => area,
    nameOf,
  );
}

const wordOf = (value: string | undefined) => value ?? 'none';

/**
 * Moves as a table, for people: figures are rounded.
 *
 * @param when - the view that is shown; settled unless told
 * @internal
 */
export function moveColumns(
  when: MovesFilter['when'] = 'settled',
): CsvColumns<SimulatedMove> {
  const of = ({ atOnce, settled }: SimulatedMove) =>
    when === 'at-once' ? atOnce : settled;
  return {
    entity: move => move.entityRef,
    title: move => move.title,
    owner: move => move.ownerRef,
    system: move => move.systemRef,
    domain: move => move.domainRef,
    when: () => when,
    levelFrom: move => of(move)?.level?.from,
    levelTo: move => of(move)?.level?.to,
    guardrailsFrom: move => of(move)?.guardrailStatus?.from,
    guardrailsTo: move => of(move)?.guardrailStatus?.to,
    rightsLost: move => rightsOf(of(move)?.rights, (from, to) => to < from),
    rightsGained: move => rightsOf(of(move)?.rights, (from, to) => to > from),
    checks: move => list(of(move)?.checks, ({ id }) => id, wordOf),
    guardrails: move => list(of(move)?.guardrails, ({ id }) => id, wordOf),
    readinessFrom: move => rounded(of(move)?.readiness?.from, 1),
    readinessTo: move => rounded(of(move)?.readiness?.to, 1),
    accountabilityFrom: move => rounded(of(move)?.accountability?.from, 3),
    accountabilityTo: move => rounded(of(move)?.accountability?.to, 3),
  };
}
