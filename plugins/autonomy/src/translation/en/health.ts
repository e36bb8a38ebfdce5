/** Whether evidence arrives and is worked off. */
export const health = {
  health: {
    loading: 'Loading the state of the backend',
    forbidden:
      'Only those who run the platform see this. Ask whoever manages permissions.',
    problems: 'What needs attention',
    noProblems: 'Nothing: evidence arrives and is worked off.',
    asOf: 'As of {{time}}; renewed every 30 seconds while this page is open.',
    sources: 'Incident sources',
    collectors: 'Fact collectors',
    evaluation: 'Evaluation',
    work: 'Deliveries, announcements and jobs',
    quarantined: 'Entities whose evaluation was given up',
    quarantinedSince: '{{reason}} (since {{date}})',
    moreQuarantined_one: 'and {{count}} more',
    moreQuarantined_other: 'and {{count}} more',
    noReason: 'no reason was given',
    never: 'never',
    nothingWaits: 'nothing waits',
    percent: '{{share}}%',
    swept: '{{date}}: {{checked}} checked, {{missed}} had been missed',
    otherPolicy:
      '{{version}} here, another one in force: replicas are being replaced',
    queue: '{{pending}} waiting, {{quarantined}} set aside',
    queueSince: '{{pending}} waiting since {{date}}, {{quarantined}} set aside',
    jobDone: 'done {{date}}',
    jobFailed: 'failed {{date}}',
    askedFailed: '{{entities}}, of which {{failed}} failed',
    noSourcesTitle: 'No incident source is configured',
    noSourcesText:
      'Without a source nobody can tell an entity without incidents from one that nobody watches.',
    noCollectorsTitle: 'No fact collector is installed',
    noCollectorsText:
      'Facts come only from what others push, and from the catalog.',
  },
  healthProblem: {
    'source-silent':
      '{{id}} has not been heard from since {{date}}: what it watches cannot be accounted for.',
    'source-never-heard':
      '{{id}} has never been heard from: what it watches cannot be accounted for.',
    'poll-failed': 'Asking {{id}} for incidents failed: {{error}}',
    'collector-failed':
      'The collector {{id}} failed, so its facts grow old: {{error}}',
    'collector-partial':
      'The collector {{id}} failed for {{failed}} of {{entities}} entities; their facts grow old.',
    'collector-never-run':
      'The collector {{id}} is installed and has not run yet.',
    'evaluations-late_one':
      '{{count}} evaluation has waited for {{duration}}: results are behind their evidence.',
    'evaluations-late_other':
      '{{count}} evaluations wait, one for {{duration}}: results are behind their evidence.',
    'evaluations-quarantined_one':
      'The evaluation of {{count}} entity was given up until something about it changes; its former result stays.',
    'evaluations-quarantined_other':
      'The evaluation of {{count}} entities was given up until something about them changes; their former results stay.',
    'changes-missed_one':
      'The last sweep found {{count}} entity that had changed unnoticed; it was evaluated.',
    'changes-missed_other':
      'The last sweep found {{count}} entities that had changed unnoticed; they were evaluated.',
    'deliveries-late_one':
      '{{count}} delivery waits to be worked off since {{date}}.',
    'deliveries-late_other':
      '{{count}} deliveries wait to be worked off, the oldest since {{date}}.',
    'deliveries-quarantined_one':
      '{{count}} delivery of an incident source was set aside: what it says does not count until it is replayed.',
    'deliveries-quarantined_other':
      '{{count}} deliveries of incident sources were set aside: what they say does not count until they are replayed.',
    'announcements-late_one': '{{count}} announcement waits since {{date}}.',
    'announcements-late_other':
      '{{count}} announcements wait, the oldest since {{date}}.',
    'announcements-quarantined_one':
      '{{count}} announcement was given up: somebody was not told.',
    'announcements-quarantined_other':
      '{{count}} announcements were given up: somebody was not told.',
    'job-failed': 'The last run of “{{job}}” failed: {{error}}',
  },
  healthColumn: {
    source: 'Source',
    collector: 'Collector',
    state: 'State',
    lastHeard: 'Last heard from',
    lastDelivery: 'Last delivery',
    lastPoll: 'Last poll',
    ways: 'What it does',
    finished: 'Last run',
    succeeded: 'Last without failure',
    asked: 'Entities',
    reason: 'Reason',
  },
  healthSource: {
    heard: 'heard from',
    silent: 'silent',
    'never-heard': 'never heard from',
  },
  healthWay: {
    receives: 'takes deliveries',
    polls: 'is polled',
    covers: 'says what it watches',
  },
  healthCollector: {
    ok: 'done',
    partial: 'failed in part',
    failed: 'failed',
    running: 'running',
    'never-run': 'never ran',
  },
  healthFact: {
    entities: 'Entities in scope',
    neverEvaluated: 'Not evaluated yet',
    pending: 'Waiting for evaluation',
    lag: 'Longest wait',
    staleShare: 'On stale evidence',
    sweep: 'Last sweep for missed changes',
    policy: 'Policy version',
    inbox: 'Deliveries',
    announcements: 'Announcements',
  },
  healthJob: {
    retention: 'Deleting what is too old',
    rollUps: 'Counting the figures of the day',
  },
} as const;
