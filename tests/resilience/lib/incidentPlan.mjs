import { below, seededRandom } from './random.mjs';
import { pagerDutyEvent, priorityOf, SEVERITY_OF } from './pagerDuty.mjs';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Of the past, so that what was resolved is over, and within the window of trust. */
const HISTORY_DAYS = 150;
/** How the states of an incident follow each other, and how often. */
const COURSES = [
  { share: 0.35, states: ['triggered'] },
  { share: 0.65, states: ['resolved'] },
  { share: 0.85, states: ['triggered', 'resolved'] },
  { share: 0.95, states: ['triggered', 'acknowledged', 'resolved'] },
  { share: 1, states: ['triggered', 'resolved', 'reopened', 'resolved'] },
];
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
/** How far apart the events of an incident, and a repeated delivery and the first, are sent at most. */
const SPREAD = 300;

/**
 * Incidents and the deliveries that tell of them.
 *
 * @param options.repeated - the share of deliveries that are sent again
 * @param options.swapped - the share of incidents whose last events are sent the wrong way round
 * @param options.now - UTC milliseconds
 * @returns `lanes` of deliveries `{ id, incident, step }`; `encode`; `expected` incidents by id
 */
export function planIncidents(options) {
  const { components, incidents: count, now, prefix = '', seed } = options;
  const { lanes: laneCount, repeated = 0, swapped = 0 } = options;
  const random = seededRandom(seed);
  const incidents = Array.from({ length: count }, (_, n) => {
    const draw = random();
    return {
      n,
      id: `${prefix}I${n}`,
      service: `component-${below(random, components)}`,
      states: COURSES.find(({ share }) => draw < share).states,
      createdAt: now - DAY - below(random, HISTORY_DAYS * DAY),
      priority: below(random, 4),
    };
  });

  const timed = incidents.flatMap(incident =>
    shuffledTimes(random, incident, swapped).map((time, step) => ({
      time,
      lane: incident.n % laneCount,
      delivery: { id: `${incident.id}-${step}`, incident: incident.n, step },
    })),
  );
  const again = timed
    .filter(() => random() < repeated)
    .map(({ delivery, time }) => ({
      delivery,
      time: time + below(random, SPREAD),
      lane: below(random, laneCount),
    }));
  const lanes = Array.from({ length: laneCount }, () => []);
  for (const { delivery, lane } of [...timed, ...again].sort(
    (a, b) => a.time - b.time,
  )) {
    lanes[lane].push(delivery);
  }
  return {
    lanes,
    ids: new Set(timed.map(({ delivery }) => delivery.id)),
    deliveries: timed.length + again.length,
    encode: ({ id, incident, step }) =>
      pagerDutyEvent({
        id,
        ...stateOf(incidents[incident], step),
        incident: incidents[incident].id,
        service: incidents[incident].service,
        createdAt: incidents[incident].createdAt,
      }),
    expected: new Map(
      incidents.map(incident => [incident.id, expectedOf(incident)]),
    ),
  };
}

/** When the events of an incident are sent, in units of incidents. */
function shuffledTimes(random, { n, states }, swapped) {
  let time = n;
  const times = states.map(() => (time += 1 + below(random, SPREAD)));
  if (states.length > 1 && random() < swapped) {
    times.push(...times.splice(-2).reverse());
  }
  return times;
}

/** What an event says; the priority goes down with time, the severity that is kept does not. */
function stateOf({ createdAt, priority, states }, step) {
  return {
    state: states[step],
    occurredAt: createdAt + step * 7 * MINUTE,
    priority: priorityOf(Math.min(3, priority + step)),
    title: `${states[step]}, event ${step}`,
  };
}

/** What the record of an incident says after all events, in whatever order they came. */
function expectedOf(incident) {
  const all = incident.states.map((_, step) => stateOf(incident, step));
  const newest = all.at(-1);
  const worst = Math.max(
    ...all.map(({ priority }) => SEVERITIES.indexOf(SEVERITY_OF[priority])),
  );
  return {
    entityRef: `component:default/${incident.service}`,
    title: newest.title,
    occurredAt: newest.occurredAt,
    resolvedAt: newest.state === 'resolved' ? newest.occurredAt : null,
    reopenedAt:
      all.find(({ state }) => state === 'reopened')?.occurredAt ?? null,
    severity: SEVERITIES[worst],
  };
}
