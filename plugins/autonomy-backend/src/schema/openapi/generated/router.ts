// Generated from ../../openapi.yaml by `./run openapi`. Do not edit.
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';

export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'autonomy',
    version: '1',
    description:
      'What every service may decide on its own, computed from evidence. Instants are UTC milliseconds in answers and ISO 8601 with zone in requests.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [
    {
      url: '/',
    },
  ],
  paths: {
    '/entities': {
      get: {
        operationId: 'listEntities',
        summary: 'One page of the entities that the caller may read',
        description:
          'Several values of one filter are alternatives; different filters must all hold. A cursor keeps the order of the page that gave it. A page may be short, or empty, and still have a nextCursor (or a prevCursor, on the way back): where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Entities'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/type',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/system',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/tier',
          },
          {
            $ref: '#/components/parameters/level',
          },
          {
            $ref: '#/components/parameters/guardrailStatus',
          },
          {
            $ref: '#/components/parameters/minReadiness',
          },
          {
            $ref: '#/components/parameters/maxReadiness',
          },
          {
            $ref: '#/components/parameters/text',
          },
          {
            $ref: '#/components/parameters/mismatch',
          },
          {
            $ref: '#/components/parameters/stale',
          },
          {
            $ref: '#/components/parameters/atRisk',
          },
          {
            $ref: '#/components/parameters/proposed',
          },
          {
            $ref: '#/components/parameters/readinessItem',
          },
          {
            $ref: '#/components/parameters/readinessState',
          },
          {
            $ref: '#/components/parameters/guardrail',
          },
          {
            $ref: '#/components/parameters/guardrailState',
          },
          {
            $ref: '#/components/parameters/orderBy',
          },
          {
            $ref: '#/components/parameters/order',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntitiesPage',
                },
                example: {
                  items: [
                    {
                      entityRef: 'component:default/checkout',
                      kind: 'Component',
                      namespace: 'default',
                      name: 'checkout',
                      title: 'Checkout',
                      type: 'service',
                      ownerRef: 'group:default/payments',
                      systemRef: 'system:default/billing',
                      domainRef: 'domain:default/payments',
                      tier: 1,
                      level: 2,
                      levelTitle: 'Low-risk autonomy',
                      eligibleLevel: 3,
                      proposedLevel: 3,
                      guardrailStatus: 'at-risk',
                      guardrailsBreached: 0,
                      guardrails: [
                        {
                          id: 'two-reviewers',
                          status: 'at-risk',
                        },
                      ],
                      readiness: 71.5,
                      readinessBand: 'focus',
                      readinessGaps: 5,
                      accountability: 0.82,
                      rights: [
                        {
                          area: 'deployment',
                          right: 3,
                        },
                      ],
                      surplus: 1.2,
                      isStale: false,
                      evaluatedAt: 1780272000000,
                    },
                  ],
                  totalItems: 1,
                  pageInfo: {},
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/entities.csv': {
      get: {
        operationId: 'exportEntities',
        summary:
          'The whole list of the entities that the caller may read, as a table',
        description:
          'Filters and order are those of /entities. Rows are sent while they are read, so each tells how things stand when it is read. A text that a spreadsheet would take for a formula gets an apostrophe in front. An answer that ends without its last chunk is incomplete.',
        tags: ['Entities'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/type',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/system',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/tier',
          },
          {
            $ref: '#/components/parameters/level',
          },
          {
            $ref: '#/components/parameters/guardrailStatus',
          },
          {
            $ref: '#/components/parameters/minReadiness',
          },
          {
            $ref: '#/components/parameters/maxReadiness',
          },
          {
            $ref: '#/components/parameters/text',
          },
          {
            $ref: '#/components/parameters/mismatch',
          },
          {
            $ref: '#/components/parameters/stale',
          },
          {
            $ref: '#/components/parameters/atRisk',
          },
          {
            $ref: '#/components/parameters/proposed',
          },
          {
            $ref: '#/components/parameters/readinessItem',
          },
          {
            $ref: '#/components/parameters/readinessState',
          },
          {
            $ref: '#/components/parameters/guardrail',
          },
          {
            $ref: '#/components/parameters/guardrailState',
          },
          {
            $ref: '#/components/parameters/orderBy',
          },
          {
            $ref: '#/components/parameters/order',
          },
        ],
        responses: {
          '200': {
            description: 'A header and a line for each entity',
            content: {
              'text/csv': {
                schema: {
                  type: 'string',
                },
                example:
                  'entity,title,type,owner,system,domain,tier,level\ncomponent:default/checkout,Checkout,service,group:default/payments,,,1,2\n',
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/entities/by-refs': {
      post: {
        operationId: 'getEntitySummaries',
        summary: 'The rows that entities have in the list',
        tags: ['Entities'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entityRefs'],
                properties: {
                  entityRefs: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 500,
                    items: {
                      type: 'string',
                      maxLength: 300,
                    },
                  },
                },
              },
              example: {
                entityRefs: [
                  'component:default/checkout',
                  'component:default/x',
                ],
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'In the order asked for. An entity that is unknown, out of scope, not yet evaluated or not readable by the caller is null.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        oneOf: [
                          {
                            $ref: '#/components/schemas/EntitySummary',
                          },
                          {
                            type: 'null',
                          },
                        ],
                      },
                    },
                  },
                },
                example: {
                  items: [
                    {
                      entityRef: 'component:default/checkout',
                      kind: 'Component',
                      namespace: 'default',
                      name: 'checkout',
                      title: 'Checkout',
                      type: 'service',
                      ownerRef: 'group:default/payments',
                      systemRef: 'system:default/billing',
                      domainRef: 'domain:default/payments',
                      tier: 1,
                      level: 2,
                      levelTitle: 'Low-risk autonomy',
                      eligibleLevel: 3,
                      proposedLevel: 3,
                      guardrailStatus: 'at-risk',
                      guardrailsBreached: 0,
                      guardrails: [
                        {
                          id: 'two-reviewers',
                          status: 'at-risk',
                        },
                      ],
                      readiness: 71.5,
                      readinessBand: 'focus',
                      readinessGaps: 5,
                      accountability: 0.82,
                      rights: [
                        {
                          area: 'deployment',
                          right: 3,
                        },
                      ],
                      surplus: 1.2,
                      isStale: false,
                      evaluatedAt: 1780272000000,
                    },
                    null,
                  ],
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getEntity',
        summary:
          'Everything the suite says about one entity, with every reason',
        description:
          'An entity that is unknown, out of scope, not yet evaluated or not readable by the caller answers the same 404.',
        tags: ['Entities'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The evaluation',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Evaluation',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/history': {
      get: {
        operationId: 'getEntityHistory',
        summary: 'What was said of an entity in a period, and what changed',
        description:
          'Points tell the figures from their instant on; of more than 1,000 the last are told, and from says when they begin. The cursor pages events. An entity that is unknown, out of scope, not yet evaluated or not readable by the caller answers the same 404.',
        tags: ['History'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The period; the last 365 days unless told',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityHistory',
                },
                example: {
                  from: 1772409600000,
                  to: 1780272000000,
                  start: {
                    at: 1771000000000,
                    policyVersion: '7',
                    level: 1,
                    guardrailStatus: 'ok',
                    readiness: 60,
                    readinessBand: 'focus',
                    accountability: 0.8,
                    trust: {
                      deployment: 0.5,
                    },
                    rights: {
                      deployment: 2,
                    },
                  },
                  points: [
                    {
                      at: 1775000000000,
                      policyVersion: '7',
                      level: 2,
                      guardrailStatus: 'ok',
                      readiness: 65,
                      readinessBand: 'focus',
                      accountability: 0.8,
                      trust: {
                        deployment: 0.6,
                      },
                      rights: {
                        deployment: 3,
                      },
                    },
                  ],
                  events: [
                    {
                      id: '6a3f5d0e-8a55-4f0a-9b0e-0d5a1f6a7c11',
                      recordedAt: 1775000000400,
                      policyVersion: '7',
                      event: {
                        kind: 'level-promoted',
                        from: 1,
                        to: 2,
                        at: 1775000000000,
                        cause: 'time',
                        reasons: [
                          {
                            kind: 'level',
                            ref: '2',
                          },
                        ],
                      },
                    },
                  ],
                  pageInfo: {},
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/refresh': {
      post: {
        operationId: 'refreshEntity',
        summary: 'Evaluate an entity now',
        description:
          'One caller may ask for one entity twice, and again every 10 seconds; for any 20 times, and again every second.',
        tags: ['Entities'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The evaluation',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Evaluation',
                },
              },
            },
          },
          '202': {
            description:
              'It takes longer than 5 seconds; the result is there soon',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['status'],
                  properties: {
                    status: {
                      type: 'string',
                      enum: ['pending'],
                    },
                  },
                },
                example: {
                  status: 'pending',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '429': {
            description: 'Too often; Retry-After says when to come again',
            headers: {
              'retry-after': {
                description: 'Seconds',
                schema: {
                  type: 'string',
                },
              },
            },
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Error',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/repair-advice': {
      get: {
        operationId: 'getRepairAdvice',
        summary:
          'Which repair fits the incidents of an entity, the newest first',
        description:
          'Nothing of it is in force before a plan is signed by the team and the board. An entity that is unknown, out of scope, not yet evaluated or not readable by the caller answers the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The advice',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/RepairAdvice',
                      },
                    },
                  },
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/summary': {
      get: {
        operationId: 'summarizeEntities',
        summary:
          'How many of the entities that the caller may read stand where',
        description:
          'Filters are those of /entities. Where only the catalog can tell what the caller may read, nothing is counted (isWithheld). The figures of 30 days ago are shown without filters, to callers who may read every entity (trend).',
        tags: ['Overviews'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'groupBy',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['domain', 'system', 'owner', 'tier', 'level'],
            },
          },
          {
            name: 'limit',
            in: 'query',
            allowReserved: true,
            description:
              'How many groups are shown, the largest first; 100 unless told',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
            },
          },
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/type',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/system',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/tier',
          },
          {
            $ref: '#/components/parameters/level',
          },
          {
            $ref: '#/components/parameters/guardrailStatus',
          },
          {
            $ref: '#/components/parameters/minReadiness',
          },
          {
            $ref: '#/components/parameters/maxReadiness',
          },
          {
            $ref: '#/components/parameters/text',
          },
          {
            $ref: '#/components/parameters/mismatch',
          },
          {
            $ref: '#/components/parameters/stale',
          },
          {
            $ref: '#/components/parameters/atRisk',
          },
          {
            $ref: '#/components/parameters/proposed',
          },
          {
            $ref: '#/components/parameters/readinessItem',
          },
          {
            $ref: '#/components/parameters/readinessState',
          },
          {
            $ref: '#/components/parameters/guardrail',
          },
          {
            $ref: '#/components/parameters/guardrailState',
          },
        ],
        responses: {
          '200': {
            description: 'Figures of each group and of all',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntitiesSummary',
                },
                example: {
                  groupBy: 'domain',
                  isWithheld: false,
                  groups: [
                    {
                      ref: 'domain:default/payments',
                      title: 'Payments',
                      entities: 12,
                      levels: {
                        '1': 2,
                        '2': 6,
                        '3': 3,
                        '4': 1,
                      },
                      guardrails: {
                        none: 0,
                        ok: 8,
                        exempt: 1,
                        'at-risk': 2,
                        breached: 1,
                        unknown: 0,
                      },
                      bands: {
                        ready: 2,
                        'minor-gaps': 5,
                        focus: 3,
                        'not-ready': 2,
                        none: 0,
                      },
                      readiness: 68.4,
                      accountability: 0.61,
                      surplus: 2,
                      deficit: 3,
                      stale: 1,
                      guardrailPairs: 72,
                      exemptPairs: 4,
                      exemptionDebt: 0.0556,
                    },
                  ],
                  totalGroups: 1,
                  totals: {
                    entities: 12,
                    levels: {
                      '1': 2,
                      '2': 6,
                      '3': 3,
                      '4': 1,
                    },
                    guardrails: {
                      none: 0,
                      ok: 8,
                      exempt: 1,
                      'at-risk': 2,
                      breached: 1,
                      unknown: 0,
                    },
                    bands: {
                      ready: 2,
                      'minor-gaps': 5,
                      focus: 3,
                      'not-ready': 2,
                      none: 0,
                    },
                    readiness: 68.4,
                    accountability: 0.61,
                    surplus: 2,
                    deficit: 3,
                    stale: 1,
                    guardrailPairs: 72,
                    exemptPairs: 4,
                    exemptionDebt: 0.0556,
                  },
                  trend: 'none',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/guardrails': {
      get: {
        operationId: 'getGuardrailMatrix',
        summary:
          'How the entities that the caller may read stand with every guardrail, by governance domain',
        description:
          'Filters are those of /entities. Where only the catalog can tell what the caller may read, nothing is counted (isWithheld). The entities behind a count are those of /entities?domain=&guardrail=&guardrailState=.',
        tags: ['Overviews'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/kind',
          },
          {
            $ref: '#/components/parameters/type',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/system',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/tier',
          },
          {
            $ref: '#/components/parameters/level',
          },
          {
            $ref: '#/components/parameters/guardrailStatus',
          },
          {
            $ref: '#/components/parameters/minReadiness',
          },
          {
            $ref: '#/components/parameters/maxReadiness',
          },
          {
            $ref: '#/components/parameters/text',
          },
          {
            $ref: '#/components/parameters/mismatch',
          },
          {
            $ref: '#/components/parameters/stale',
          },
          {
            $ref: '#/components/parameters/atRisk',
          },
          {
            $ref: '#/components/parameters/proposed',
          },
          {
            $ref: '#/components/parameters/readinessItem',
          },
          {
            $ref: '#/components/parameters/readinessState',
          },
          {
            $ref: '#/components/parameters/guardrail',
          },
          {
            $ref: '#/components/parameters/guardrailState',
          },
        ],
        responses: {
          '200': {
            description: 'Counts of each governance domain',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GuardrailMatrix',
                },
                example: {
                  isWithheld: false,
                  guardrails: [
                    {
                      id: 'two-reviewers',
                      title: 'Changes have two reviewers',
                      mandatory: true,
                    },
                    {
                      id: 'backups',
                      title: 'Backups are restored now and then',
                      mandatory: false,
                    },
                  ],
                  groups: [
                    {
                      ref: 'domain:default/payments',
                      title: 'Payments',
                      entities: 12,
                      counts: [
                        {
                          ok: 10,
                          breached: 2,
                        },
                        {
                          ok: 4,
                          exempt: 1,
                        },
                      ],
                    },
                    {
                      entities: 3,
                      counts: [
                        {
                          ok: 3,
                        },
                        {},
                      ],
                    },
                  ],
                  totalGroups: 2,
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/trends': {
      get: {
        operationId: 'getTrends',
        summary: 'The figures of each day',
        description:
          'For callers who may read every entity, because the figures count every one; others get a 403. A day on which nothing was counted is missing.',
        tags: ['History'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['organisation', 'domain', 'system', 'owner'],
            },
          },
          {
            name: 'ref',
            in: 'query',
            allowReserved: true,
            description:
              'The Domain, System or owner; the entities that have none unless told. Not for the organisation',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
        ],
        responses: {
          '200': {
            description: 'The days of the period; the last 90 unless told',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Trends',
                },
                example: {
                  kind: 'owner',
                  ref: 'group:default/payments',
                  days: [
                    {
                      day: '2026-05-31',
                      entities: 12,
                      levels: {
                        '1': 2,
                        '2': 6,
                        '3': 3,
                        '4': 1,
                      },
                      guardrails: {
                        none: 0,
                        ok: 8,
                        exempt: 1,
                        'at-risk': 2,
                        breached: 1,
                        unknown: 0,
                      },
                      readiness: 68.4,
                      accountability: 0.61,
                      surplus: 2,
                      deficit: 3,
                      stale: 1,
                      guardrailPairs: 72,
                      exemptPairs: 4,
                      exemptionDebt: 0.0556,
                    },
                  ],
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '403': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/activity': {
      get: {
        operationId: 'listActivity',
        summary:
          'What changed about the entities that the caller may read, the newest first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['History'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/EventKind',
              },
              maxItems: 11,
            },
          },
          {
            name: 'cause',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/EventCause',
              },
              maxItems: 4,
            },
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ActivityPage',
                },
                example: {
                  items: [
                    {
                      id: '6a3f5d0e-8a55-4f0a-9b0e-0d5a1f6a7c11',
                      recordedAt: 1775000000400,
                      policyVersion: '7',
                      event: {
                        kind: 'right-changed',
                        area: 'deployment',
                        from: 4,
                        to: 3,
                        at: 1775000000000,
                        cause: 'evidence',
                        reasons: [
                          {
                            kind: 'guardrail',
                            ref: 'two-reviewers',
                          },
                        ],
                      },
                      entity: {
                        entityRef: 'component:default/checkout',
                        kind: 'Component',
                        namespace: 'default',
                        name: 'checkout',
                        title: 'Checkout',
                        ownerRef: 'group:default/payments',
                        domainRef: 'domain:default/payments',
                      },
                    },
                  ],
                  pageInfo: {},
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/readiness': {
      get: {
        operationId: 'getReadiness',
        summary: 'Readiness over all entities that the caller may read',
        description:
          'Where only the catalog can tell what the caller may read, nothing is counted (isWithheld). The entities behind an item are those of /entities?readinessItem=.',
        tags: ['Overviews'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The roll-up',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReadinessOverview',
                },
                example: {
                  isWithheld: false,
                  rollUp: {
                    entities: 40,
                    items: [
                      {
                        id: 'structured-logs',
                        title: 'Logs are structured',
                        section: 'Observability',
                        applicable: 40,
                        passing: 34,
                        share: 0.85,
                        yes: false,
                      },
                    ],
                    gaps: 1,
                    band: 'minor-gaps',
                    topGaps: ['structured-logs'],
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/readiness/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getReadinessOf',
        summary:
          'Readiness over the entities that belong to a Group, System or Domain',
        description:
          'Of a Group: what it owns and what the groups below it own. Of a System: its components. Of a Domain: what it governs, its subdomains included. One that is unknown or not readable by the caller answers the same 404.',
        tags: ['Overviews'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The roll-up',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReadinessOverview',
                },
                example: {
                  ref: 'group:default/payments',
                  isWithheld: true,
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy': {
      get: {
        operationId: 'getPolicy',
        summary: 'The levels, areas and rights of the policy in force',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The policy, as far as names and filters need it',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicySummary',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/facts': {
      get: {
        operationId: 'listKnownFacts',
        summary: 'The facts that expressions can read',
        description:
          'Those that are built in or declared, and those that were seen in what was reported, by path. Examples are given of yes or no, numbers and instants only. The answer may be a minute old. Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The facts',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/KnownFacts',
                },
                example: {
                  items: [
                    {
                      path: 'catalog.tier',
                      type: 'number',
                      isDeclared: true,
                    },
                    {
                      path: 'slo.availability90d',
                      type: 'number',
                      isDeclared: false,
                      entities: 12,
                      example: '0.9995',
                    },
                  ],
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/checks': {
      get: {
        operationId: 'getCheckInsights',
        summary:
          'How the checks in force fare over the entities that the caller may read',
        description:
          'Where only the catalog can tell what the caller may read, nothing is counted (isWithheld). The trend, and whether nobody fails a check, are told to callers who may read every entity, and not of owners. Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            name: 'scorecard',
            in: 'query',
            allowReserved: true,
            description: 'Name of a scorecard',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 200,
            },
          },
          {
            name: 'role',
            in: 'query',
            allowReserved: true,
            schema: {
              $ref: '#/components/schemas/ScorecardRole',
            },
          },
        ],
        responses: {
          '200': {
            description:
              'Checks in the order of the policy, then those that overlays add',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CheckInsights',
                },
                example: {
                  isWithheld: false,
                  entities: 40,
                  items: [
                    {
                      id: 'rollback-tested',
                      title: 'Rollback tested within 90 days',
                      role: 'guardrails',
                      scorecard: 'guardrails',
                      applies: 20,
                      pass: 15,
                      fail: 2,
                      unknown: 2,
                      exempt: 1,
                      announced: 0,
                      passRate: 0.75,
                      unknownShare: 0.1,
                      coverage: 0.5,
                      nobodyFails: false,
                      trend: [
                        {
                          day: '2026-05-31',
                          passRate: 0.7,
                        },
                      ],
                      exemptions: {
                        inForce: 1,
                        requested: 0,
                      },
                    },
                  ],
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/documents': {
      get: {
        operationId: 'listPolicyDocuments',
        summary: 'What the policy in force is made of',
        description: 'Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The documents, and those that are announced',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyDocuments',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/documents/{kind}/{name}': {
      get: {
        operationId: 'getPolicyDocument',
        summary: 'One document as it was written',
        description:
          'That in force, else as it was last published or is built in. Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/policyKind',
          },
          {
            $ref: '#/components/parameters/policyName',
          },
        ],
        responses: {
          '200': {
            description: 'The document with its versions',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyDocumentText',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/documents/{kind}/{name}/roll-back': {
      post: {
        operationId: 'rollBackPolicyDocument',
        summary: 'Publish an earlier version again, at once',
        description:
          'Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/policyKind',
          },
          {
            $ref: '#/components/parameters/policyName',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RollBackRequest',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The new version',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PublishedVersion',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/documents/{kind}/{name}/retire': {
      post: {
        operationId: 'retirePolicyDocument',
        summary:
          'Take a document away that was published here, or a built-in scorecard',
        description:
          'Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/policyKind',
          },
          {
            $ref: '#/components/parameters/policyName',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RetireRequest',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The new version',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PublishedVersion',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/versions': {
      get: {
        operationId: 'listPolicyVersions',
        summary: 'Every publication, the newest first',
        description: 'Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The versions',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/PublishedVersion',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/versions/{number}': {
      get: {
        operationId: 'getPolicyVersion',
        summary: 'What was published under a number, and what it changed',
        description: 'Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'number',
            in: 'path',
            required: true,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 2147483647,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The version',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PublishedVersionText',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/versions/{number}/withdraw': {
      post: {
        operationId: 'withdrawPolicyVersion',
        summary: 'Take a publication back that does not count yet',
        description:
          'Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'number',
            in: 'path',
            required: true,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 2147483647,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/WithdrawRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The version',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PublishedVersion',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/drafts': {
      get: {
        operationId: 'listPolicyDrafts',
        summary: 'The drafts, each with what is to be said of it',
        description: 'Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The drafts',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/PolicyDraft',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'createPolicyDraft',
        summary: 'Begin a draft; a document has one at a time',
        description:
          'It begins with a document (of) or with a text of one document (yaml). Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewPolicyDraft',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The draft',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyDraft',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/drafts/{id}': {
      get: {
        operationId: 'getPolicyDraft',
        summary: 'One draft with what is to be said of it',
        description: 'Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/draftId',
          },
        ],
        responses: {
          '200': {
            description: 'The draft',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyDraft',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      put: {
        operationId: 'changePolicyDraft',
        summary: 'Change a draft that nobody else changed meanwhile',
        description:
          'Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/draftId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyDraftChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The draft',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyDraft',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      delete: {
        operationId: 'discardPolicyDraft',
        summary: 'Discard a draft that nobody else changed meanwhile',
        description:
          'Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/draftId',
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
        responses: {
          '204': {
            description: 'It is gone',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/drafts/{id}/publish': {
      post: {
        operationId: 'publishPolicyDraft',
        summary: 'Publish a draft, at once or from a later instant on',
        description:
          'Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/draftId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PublishRequest',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The new version',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PublishedVersion',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/validate': {
      post: {
        operationId: 'validatePolicy',
        summary: 'What is to be said of some texts before they are published',
        description: 'Nothing is stored. Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyTexts',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The verdict',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyVerdict',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/export': {
      get: {
        operationId: 'exportPolicy',
        summary: 'Documents as they were written, in one text',
        description:
          'Those that are named, or all that are not built in. Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'document',
            in: 'query',
            allowReserved: true,
            description: '`kind/name`; several are all meant',
            schema: {
              type: 'array',
              maxItems: 200,
              items: {
                type: 'string',
                maxLength: 100,
              },
            },
          },
        ],
        responses: {
          '200': {
            description: 'The documents',
            content: {
              'text/yaml': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/import': {
      post: {
        operationId: 'importPolicy',
        summary:
          'Make a draft of every document that differs from what is in force',
        description:
          'A document that somebody else is working on is refused, as is one of the configuration. Needs autonomy.policy.read, and the permission to write documents of its kind: autonomy.scorecard.write, autonomy.policy.write or autonomy.overlay.write; an overlay besides its board, or the central one. Users only.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PolicyTexts',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each document',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ImportResult',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/starters': {
      get: {
        operationId: 'listPolicyStarters',
        summary: 'Scorecards to begin with, shipped and not in force',
        description: 'Needs autonomy.policy.read.',
        tags: ['Policy'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The starters',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/PolicyStarter',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/trial': {
      post: {
        operationId: 'tryPolicy',
        summary: 'What some texts would say of one entity',
        description:
          'The texts are put over what is in force: each document replaces the one of its kind and name. Nothing is stored. Needs autonomy.simulation.create, and the entity has to be one that the caller may read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['yaml', 'entityRef'],
                properties: {
                  yaml: {
                    $ref: '#/components/schemas/PolicyYaml',
                  },
                  entityRef: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 300,
                  },
                  checkId: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 200,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'What the checks of the texts say, and what would be otherwise; or what is wrong with the texts',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyTrial',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/policy/applicability': {
      post: {
        operationId: 'countApplicable',
        summary: 'To how many entities the checks of some texts would apply',
        description:
          'Of the entities that the caller may read. A check that is only announced counts as if it were in force. Each process counts for two callers at a time; further ones get a 429 with Retry-After. Needs autonomy.simulation.create.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['yaml'],
                properties: {
                  yaml: {
                    $ref: '#/components/schemas/PolicyYaml',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The counts; or what is wrong with the texts',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PolicyApplicability',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '429': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations': {
      get: {
        operationId: 'listSimulations',
        summary: 'The newest simulations, 50 at the most',
        description: 'Needs autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'draftId',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The simulations',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Simulation',
                      },
                    },
                  },
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'startSimulation',
        summary: 'Try a draft, or some texts, on every entity',
        description:
          'It is worked off in the background. Three of one caller and ten in all may be queued or running. Needs autonomy.simulation.create.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                description: 'One of the two',
                properties: {
                  draftId: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 100,
                  },
                  yaml: {
                    $ref: '#/components/schemas/PolicyYaml',
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Simulation',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations/{id}': {
      get: {
        operationId: 'getSimulation',
        summary: 'One simulation with its progress and counts',
        description: 'Needs autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/simulationId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Simulation',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations/{id}/cancel': {
      post: {
        operationId: 'cancelSimulation',
        summary: 'End a simulation that is queued or running',
        description:
          'For whoever started it, and whoever has autonomy.scorecard.write; both need autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/simulationId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Simulation',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations/{id}/moves': {
      get: {
        operationId: 'listMoves',
        summary:
          'One page of the entities that would move, in the order of their refs',
        description:
          'Of those that the caller may read. Several values of one filter are alternatives; different filters must all hold. A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most. Needs autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/simulationId',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/moveWhen',
          },
          {
            $ref: '#/components/parameters/moveWhat',
          },
          {
            $ref: '#/components/parameters/text',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/MovesPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations/{id}/moves.csv': {
      get: {
        operationId: 'exportMoves',
        summary: 'All entities that would move, as a table',
        description:
          'Filters are those of the list. A text that a spreadsheet would take for a formula gets an apostrophe in front. An answer that ends without its last chunk is incomplete. Needs autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/simulationId',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/moveWhen',
          },
          {
            $ref: '#/components/parameters/moveWhat',
          },
          {
            $ref: '#/components/parameters/text',
          },
        ],
        responses: {
          '200': {
            description: 'A header and a line for each entity',
            content: {
              'text/csv': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations/{id}/report.md': {
      get: {
        operationId: 'reportSimulation',
        summary: 'A short report for a pull request, in Markdown',
        description:
          'Names 50 of the entities that lose a right and counts the rest; owner, domain, when and text say which. Names and values are escaped. Needs autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/simulationId',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/moveWhen',
          },
          {
            $ref: '#/components/parameters/moveWhat',
          },
          {
            $ref: '#/components/parameters/text',
          },
        ],
        responses: {
          '200': {
            description: 'The report',
            content: {
              'text/markdown': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/simulations/{id}/groups': {
      get: {
        operationId: 'getMoveGroups',
        summary: 'How many entities of each domain or team would move',
        description:
          'Of those that the caller may read; first the groups in which most lose a right, 500 at the most. Needs autonomy.policy.read.',
        tags: ['Simulations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/simulationId',
          },
          {
            name: 'by',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['domain', 'owner'],
            },
          },
        ],
        responses: {
          '200': {
            description: 'The groups',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/MoveGroups',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/facts': {
      post: {
        operationId: 'ingestFacts',
        summary: 'Store the latest facts of collectors',
        description:
          'The key is entityRef and collector. A document that was collected before the stored one changes nothing.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/FactBatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/BatchResponse',
          },
          '207': {
            $ref: '#/components/responses/BatchResponse',
          },
          '400': {
            $ref: '#/components/responses/BatchRejected',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/incidents': {
      get: {
        operationId: 'listIncidents',
        summary:
          'One page of the incidents that the caller may read about, the newest first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Incidents'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Entity ref; incidents reported on it or caused by it',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'open',
            in: 'query',
            schema: {
              type: 'boolean',
            },
          },
          {
            name: 'pending',
            in: 'query',
            description: 'Whether anything about it waits for a decision',
            schema: {
              type: 'boolean',
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/IncidentsPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'ingestIncidents',
        summary: 'Store incidents and their reviews',
        description:
          'The key is source and id. The newest state of an incident counts, whatever order states arrive in; a lower severity and another cause wait for a decision.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/IncidentBatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/BatchResponse',
          },
          '207': {
            $ref: '#/components/responses/BatchResponse',
          },
          '400': {
            $ref: '#/components/responses/BatchRejected',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/incidents/{source}/{id}': {
      get: {
        operationId: 'getIncident',
        summary: 'One incident with what is undecided about it',
        description:
          'An incident that is unknown and one of an entity that the caller may not read answer the same 404.',
        tags: ['Incidents'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'source',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Incident',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      patch: {
        operationId: 'editIncident',
        summary: 'Change an incident, or ask for it',
        description:
          'For users only. What a member of the board says takes effect. An owner may raise the severity, write the review and tell who felt it; a lower severity, another cause or class becomes a proposal, which needs a reason.',
        tags: ['Incidents'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'source',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/IncidentPatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Incident',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/incidents/{source}/{id}/proposals/{proposalId}/decision': {
      post: {
        operationId: 'decideIncidentProposal',
        summary: 'Accept or decline a proposal about an incident',
        description:
          'For users only: members of the board, and owners of the entity that would answer for the incident. Nobody decides on their own proposal.',
        tags: ['Incidents'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'source',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'proposalId',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ProposalVerdict',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Incident',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/deployments': {
      get: {
        operationId: 'listDeployments',
        summary:
          'One page of the deployments that the caller may read about, the newest first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only those of this entity',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            description: 'Only what finished then or later; ISO 8601 with zone',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            name: 'cursor',
            in: 'query',
            allowReserved: true,
            description: 'nextCursor of an earlier page',
            schema: {
              type: 'string',
              maxLength: 4000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeploymentsPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'ingestDeployments',
        summary: 'Store deployments',
        description:
          'The key is source and id. Reporting a changed deployment updates it.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DeploymentBatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/BatchResponse',
          },
          '207': {
            $ref: '#/components/responses/BatchResponse',
          },
          '400': {
            $ref: '#/components/responses/BatchRejected',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/deployments/{source}/{id}/review': {
      post: {
        operationId: 'reviewDeployment',
        summary: 'Record that the owners reviewed a deployment',
        description:
          'For users who belong to the owner of the entity and have the permission autonomy.attestation.create for it. A later report of the deployment does not take the review back. A deployment that is unknown or of an entity that is not readable by the caller answers the same 404.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'source',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/DeploymentReviewItem',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The deployment',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Deployment',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/attestations': {
      get: {
        operationId: 'listAttestations',
        summary:
          'What the owners of an entity answered to its checks, the newest first',
        description:
          'An entity that is unknown, out of scope or not readable by the caller answers the same 404.',
        tags: ['Attestations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
        ],
        responses: {
          '200': {
            description: 'All answers',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Attestation',
                      },
                    },
                  },
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'attest',
        summary: 'Answer checks that no machine answers',
        description:
          'For users who belong to the owner of each entity named and may attest for it; else nothing of the batch is recorded. The latest answer to a check counts. Repeating it changes nothing.',
        tags: ['Attestations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/AttestationBatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/BatchResponse',
          },
          '207': {
            $ref: '#/components/responses/BatchResponse',
          },
          '400': {
            $ref: '#/components/responses/BatchRejected',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/attestations/{id}/withdraw': {
      post: {
        operationId: 'withdrawAttestation',
        summary: 'Take an answer back, from now on',
        description:
          'For those who may answer for the entity. Withdrawing again changes nothing. An answer that is unknown or about an entity that is not readable by the caller answers the same 404.',
        tags: ['Attestations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The answer',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Attestation',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/exemptions': {
      get: {
        operationId: 'listExemptions',
        summary:
          'One page of the exemptions, and requests for them, of what the caller may read, the last requested first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Entity ref',
            schema: {
              type: 'array',
              items: {
                type: 'string',
                maxLength: 300,
              },
              maxItems: 50,
            },
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/ExemptionState',
              },
              maxItems: 7,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ExemptionsPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'requestExemption',
        summary: 'Ask the board for an exemption from a check',
        description:
          'For users who belong to the owner of the entity and have the permission autonomy.exemption.request for it. The check has to apply to the entity and fail, or not be known; nobody is exempt from accountability. One request may be open for an entity and a check. It has no effect before the board approves it.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/ExemptionRequest',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Exemption',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/exemptions/{id}/withdraw': {
      post: {
        operationId: 'withdrawExemption',
        summary: 'Take a request for an exemption back',
        description:
          'For those who may ask for exemptions of the entity. Withdrawing again changes nothing; what is decided cannot be withdrawn. A request that is unknown or about an entity that is not readable by the caller answers the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Exemption',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/exemptions/{id}/revoke': {
      post: {
        operationId: 'revokeExemption',
        summary: 'End an exemption before its time',
        description:
          'For members of the board that decides about it, with the permission autonomy.exemption.decide for the entity. What has no effect any more cannot be revoked. An exemption that is unknown or about an entity that is not readable by the caller answers the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          $ref: '#/components/requestBodies/Reason',
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Exemption',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/proposals': {
      get: {
        operationId: 'listProposals',
        summary:
          'One page of what boards decide about entities that the caller may read, the last opened first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/board',
          },
          {
            $ref: '#/components/parameters/entity',
          },
          {
            name: 'matter',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/Matter',
              },
              maxItems: 10,
            },
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/ProposalState',
              },
              maxItems: 5,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ProposalsPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'propose',
        summary: 'Bring something to the board',
        description:
          'For users only. Everything else is asked for where it belongs: exemptions, grants and plans by their own requests; promotions, moves and tiers come by themselves. One proposal about a subject of an entity is open at a time.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewProposal',
              },
              example: {
                matter: 'cross-domain',
                entityRef: 'component:default/checkout',
                title: 'One way to sign requests between payments and billing',
                domainRefs: [
                  'domain:default/payments',
                  'domain:default/billing',
                ],
                reason:
                  'Both have their own today, and neither can call the other',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Proposal',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/proposals/votes': {
      post: {
        operationId: 'voteOnAll',
        summary: 'The same vote on several proposals, each by itself',
        description:
          'Who may vote is asked for each. One that is refused stops none of the others.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['ids', 'vote', 'comment'],
                properties: {
                  ids: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: {
                      type: 'string',
                      minLength: 1,
                      maxLength: 100,
                    },
                  },
                  vote: {
                    $ref: '#/components/schemas/Vote',
                  },
                  comment: {
                    $ref: '#/components/schemas/Reason',
                  },
                },
              },
              example: {
                ids: ['1780272000000-1', '1780272000000-2'],
                vote: 'approve',
                comment: 'All of them held what they had to for a month',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each, in the order asked for',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Votes',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/proposals/{id}': {
      get: {
        operationId: 'getProposal',
        summary: 'One proposal with its evidence and votes',
        description:
          'A proposal that is unknown or about an entity that is not readable by the caller answers the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Proposal',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/proposals/{id}/votes': {
      post: {
        operationId: 'vote',
        summary: 'Vote as a member of the board',
        description:
          'For users who belong to the board and have the permission of the matter for the entity; never for those who ask, nor for services. The vote that makes the quorum decides.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewVote',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Proposal',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/proposals/{id}/withdraw': {
      post: {
        operationId: 'withdrawProposal',
        summary: 'Take a proposal back, as one of those who asked',
        description:
          'What is decided cannot be withdrawn. Withdrawing again changes nothing.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Proposal',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/proposals/{id}/appeal': {
      post: {
        operationId: 'appeal',
        summary: 'Ask the central board about a rejected proposal, once',
        description:
          'For users who belong to the owner of the entity, until appealUntil of the proposal.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          $ref: '#/components/requestBodies/Reason',
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Proposal',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/grants': {
      get: {
        operationId: 'listGrants',
        summary:
          'One page of the grants about entities that the caller may read, the last opened first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/entity',
          },
          {
            $ref: '#/components/parameters/board',
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/GrantState',
              },
              maxItems: 7,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/GrantsPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'proposeGrant',
        summary: 'Ask for a grant, or move one',
        description:
          'For users who belong to the owner of the entity (who ask), or to the board of the area (whose first approving vote it is), and have the permission autonomy.grant.create for the entity. It has no effect before the board approves it, and none above a hard cap.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewGrant',
              },
              example: {
                entityRef: 'component:default/checkout',
                area: 'deployment',
                right: 5,
                reason:
                  'Thirty releases without a rollback; we would like to show that it holds',
                expiresAt: '2026-12-31T00:00:00Z',
                trial: {
                  failsFrom: 'medium',
                },
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Grant',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/grants/{id}/revoke': {
      post: {
        operationId: 'revokeGrant',
        summary: 'End a grant before its time',
        description:
          'For members of the board that decides about the area, with the permission autonomy.grant.create for the entity.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          $ref: '#/components/requestBodies/Reason',
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Grant',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/grants/{id}/renew': {
      post: {
        operationId: 'renewGrant',
        summary: 'Ask for the renewal of a grant in force',
        description:
          'As one asks for a grant. The answer is the grant that would follow; a grant is renewed as often as grants.renewals of the policy allows.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['expiresAt', 'reason'],
                properties: {
                  expiresAt: {
                    $ref: '#/components/schemas/SentInstant',
                  },
                  reason: {
                    $ref: '#/components/schemas/Reason',
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Grant',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/plans': {
      get: {
        operationId: 'listPlans',
        summary:
          'One page of the recalibration plans of entities that the caller may read, the last opened first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/entity',
          },
          {
            $ref: '#/components/parameters/board',
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/PlanState',
              },
              maxItems: 7,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PlansPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'draftPlan',
        summary: 'Draft a recalibration plan',
        description:
          'For users who belong to the owner of the entity or to its board, and have the permission autonomy.plan.manage for it. Nothing caps before both have signed.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewPlan',
              },
              example: {
                entityRef: 'component:default/checkout',
                title: 'Keys out of the code',
                reason: 'The key of the card processor was in the repository',
                approach: 'targeted-guardrails',
                areas: ['security'],
                cap: 2,
                criteria: ['secrets-scanned'],
                supportedBy: 'group:default/platform',
                incidents: ['pager/4711'],
                startsAt: '2026-06-01T00:00:00Z',
                endsAt: '2026-07-01T00:00:00Z',
                reviewAt: '2026-06-15T00:00:00Z',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Plan',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/plans/{id}': {
      get: {
        operationId: 'getPlan',
        summary: 'One recalibration plan with where it stands',
        description:
          'A plan that is unknown or of an entity that is not readable by the caller answers the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Plan',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      put: {
        operationId: 'changePlan',
        summary: 'Change a draft of a plan',
        description:
          'For those who may draft plans of the entity. What is left out is taken away, and signatures on what was there before are void. A revision that is not the last one answers 409.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PlanDraftChange',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Plan',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/plans/{id}/withdraw': {
      post: {
        operationId: 'withdrawPlan',
        summary: 'Take a draft of a plan back',
        description:
          'For those who may draft plans of the entity. Withdrawing again changes nothing.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Plan',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/plans/{id}/sign': {
      post: {
        operationId: 'signPlan',
        summary: 'Sign a draft of a plan',
        description:
          'For users who belong to the owner of the entity, whose signature asks the board; and to the board, where it is a vote. A revision that is not the last one answers 409.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['revision', 'comment'],
                properties: {
                  revision: {
                    $ref: '#/components/schemas/Revision',
                  },
                  comment: {
                    $ref: '#/components/schemas/Reason',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Plan',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/plans/{id}/move': {
      post: {
        operationId: 'movePlan',
        summary: 'Move to lift, extend or complete a plan in force',
        description:
          'For members of the board with the permission autonomy.plan.manage for the entity; it is the first approving vote. A plan is extended once.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['change', 'reason'],
                properties: {
                  change: {
                    $ref: '#/components/schemas/PlanChange',
                  },
                  reason: {
                    $ref: '#/components/schemas/Reason',
                  },
                  until: {
                    description: 'The later end; for extend only',
                    allOf: [
                      {
                        $ref: '#/components/schemas/SentInstant',
                      },
                    ],
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Plan',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audits': {
      get: {
        operationId: 'listAudits',
        summary:
          'One page of the trust audits of entities that the caller may read, the first due first',
        description:
          'A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/entity',
          },
          {
            $ref: '#/components/parameters/board',
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/AuditState',
              },
              maxItems: 4,
            },
          },
          {
            name: 'quarter',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'array',
              items: {
                $ref: '#/components/schemas/Quarter',
              },
              maxItems: 20,
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AuditsPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      post: {
        operationId: 'openAudit',
        summary: 'Open a trust audit',
        description:
          'For users who belong to the owner of the entity or to its board, and have the permission autonomy.audit.manage for it. One audit of an entity is open at a time.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewAudit',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Audit',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audits/ratings': {
      post: {
        operationId: 'rateAllAsRecommended',
        summary: 'Rate several audits as recommended, each by itself',
        description:
          'Every area gets the right that the suite recommends. Who may rate, and for which side, is asked for each. One that is refused stops none of the others.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['ids'],
                properties: {
                  ids: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: {
                      type: 'string',
                      minLength: 1,
                      maxLength: 100,
                    },
                  },
                  note: {
                    type: 'string',
                    maxLength: 2000,
                  },
                },
              },
              example: {
                ids: ['1780272000000-1', '1780272000000-2'],
                note: 'Nothing happened in the quarter',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each, in the order asked for',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AuditRatings',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audits/{id}': {
      get: {
        operationId: 'getAudit',
        summary: 'One trust audit',
        description:
          'What the other side said is left out until both have rated. An audit that is unknown or of an entity that is not readable by the caller answers the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Audit',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audits/{id}/ratings': {
      post: {
        operationId: 'rate',
        summary: "Rate every area for one's own side, once",
        description:
          'For users who belong to the owner of the entity or to its board, and have the permission autonomy.audit.manage for it. Who belongs to both speaks for the team.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewAuditRating',
              },
              example: {
                ratings: {
                  deployment: 4,
                  security: 2,
                },
                note: 'Deployments are boring by now',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Audit',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audits/{id}/agreement': {
      post: {
        operationId: 'agree',
        summary: 'Record what both sides agreed on',
        description:
          'For members of the board with the permission autonomy.audit.manage for the entity, once both sides have rated.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/recordId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/AuditAgreement',
              },
              example: {
                agreed: {
                  deployment: 4,
                  security: 2,
                },
                summary: 'A trial shows whether the releases can go out alone',
                actions: [
                  {
                    kind: 'grant',
                    area: 'deployment',
                    title: 'Trial grant until the end of the year',
                    dueAt: '2026-10-15T00:00:00Z',
                  },
                ],
                followUpAt: '2027-01-10T00:00:00Z',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Audit',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '409': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/mismatches': {
      get: {
        operationId: 'listMismatches',
        summary:
          'One page of where teams decide more, or less, than their record recommends, the most urgent first',
        description:
          'Of entities that the caller may read. A page may be short, or empty, and still have a nextCursor: where only the catalog knows what the caller may read, one request asks it about 10,000 rows at most.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              enum: ['surplus', 'deficit'],
            },
          },
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/entity',
          },
          {
            $ref: '#/components/parameters/area',
          },
          {
            name: 'consequence',
            in: 'query',
            description: 'As in the cells of the risk matrix',
            allowReserved: true,
            schema: {
              type: 'array',
              maxItems: 4,
              items: {
                $ref: '#/components/schemas/Consequence',
              },
            },
          },
          {
            name: 'right',
            in: 'query',
            description: 'As in the cells of the risk matrix',
            allowReserved: true,
            schema: {
              type: 'array',
              maxItems: 5,
              items: {
                $ref: '#/components/schemas/Right',
              },
            },
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/MismatchesPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/mismatches/matrix': {
      get: {
        operationId: 'getRiskMatrix',
        summary: 'How many areas stand at which consequence and right',
        description:
          'Of entities that the caller may read. Where only the catalog can tell which, nothing is counted (isWithheld).',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/domain',
          },
          {
            $ref: '#/components/parameters/owner',
          },
          {
            $ref: '#/components/parameters/entity',
          },
          {
            $ref: '#/components/parameters/area',
          },
        ],
        responses: {
          '200': {
            description: 'The counts; what there is none of is left out',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RiskMatrix',
                },
                example: {
                  isWithheld: false,
                  entities: 12,
                  cells: [
                    {
                      consequence: 'high',
                      right: 2,
                      areas: 9,
                      surplus: 1,
                      deficit: 0,
                    },
                  ],
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards': {
      get: {
        operationId: 'listBoards',
        summary: 'Who decides for which governance domains, and what is open',
        description: 'Of entities that the caller may read.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'The central board first',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Board',
                      },
                    },
                  },
                },
                example: {
                  items: [
                    {
                      boardRef: 'group:default/payments-board',
                      title: 'Payments board',
                      central: false,
                      domains: [
                        {
                          domainRef: 'domain:default/payments',
                          title: 'Payments',
                          entities: 12,
                        },
                      ],
                      member: true,
                      open: 3,
                    },
                  ],
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/agenda': {
      get: {
        operationId: 'getAgenda',
        summary: 'Everything a board has to decide or to look at',
        description:
          'Of entities that the caller may read. A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
        ],
        responses: {
          '200': {
            description: 'The agenda',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/BoardAgenda',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/calendar': {
      get: {
        operationId: 'getCalendar',
        summary: 'What of a board is due when',
        description:
          'Of entities that the caller may read. A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            description: 'ISO 8601 with zone; now unless told',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            description: 'ISO 8601 with zone; 90 days later unless told',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The first first',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/BoardCalendar',
                },
                example: {
                  from: 1780272000000,
                  to: 1788048000000,
                  items: [
                    {
                      kind: 'grant-ends',
                      at: 1782864000000,
                      title: 'Deployment, 5 decide',
                      ref: '1780272000000-1',
                      entityRef: 'component:default/checkout',
                      domainRef: 'domain:default/payments',
                    },
                  ],
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/calendar.ics': {
      get: {
        operationId: 'exportCalendar',
        summary: 'What of a board is due, as an iCalendar file',
        description:
          'Of entities that the caller may read. A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
        ],
        responses: {
          '200': {
            description: 'One event for each date',
            content: {
              'text/calendar': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/statistics': {
      get: {
        operationId: 'getBoardStatistics',
        summary: 'How a board decides; never how a member does',
        description:
          'For callers who may read everything it decided about. Below 5 decisions or 2 signers the figures are withheld (isWithheld). A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
        ],
        responses: {
          '200': {
            description: 'The figures',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/BoardStatistics',
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/debt': {
      get: {
        operationId: 'getDebt',
        summary: 'How much of each domain of a board is exempt',
        description: 'A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
        ],
        responses: {
          '200': {
            description: 'One item for each domain',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/ExemptionDebt',
                      },
                    },
                  },
                },
                example: {
                  items: [
                    {
                      domainRef: 'domain:default/payments',
                      pairs: 72,
                      exempt: 4,
                      share: 0.0556,
                      limit: 0.1,
                    },
                  ],
                },
              },
            },
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/review-pack': {
      get: {
        operationId: 'getReviewPack',
        summary: 'What a board did in a quarter',
        description:
          'Of entities that the caller may read. A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
          {
            $ref: '#/components/parameters/quarter',
          },
        ],
        responses: {
          '200': {
            description: 'The review pack',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ReviewPack',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/boards/{kind}/{namespace}/{name}/review-pack/{format}': {
      get: {
        operationId: 'exportReviewPack',
        summary: 'What a board did in a quarter, as a text',
        description:
          'Of entities that the caller may read. In Markdown names and values are escaped; in CSV a text that a spreadsheet would take for a formula gets an apostrophe in front. A group that is no board answers 404.',
        tags: ['Boards'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/boardKind',
          },
          {
            $ref: '#/components/parameters/boardNamespace',
          },
          {
            $ref: '#/components/parameters/boardName',
          },
          {
            name: 'format',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              enum: ['markdown', 'csv'],
            },
          },
          {
            $ref: '#/components/parameters/quarter',
          },
        ],
        responses: {
          '200': {
            description: 'The review pack',
            content: {
              'text/markdown': {
                schema: {
                  type: 'string',
                },
              },
              'text/csv': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/objectives/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getObjective',
        summary: 'The objective of a governance domain',
        description:
          'For whoever the catalog shows the domain to. A domain without an objective and one that the caller may not see answer the same 404.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Objective',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
      put: {
        operationId: 'setObjective',
        summary: 'Set the objective of a governance domain',
        description:
          'For users who belong to the board of the domain, or to the central board where it has none, and have the permission autonomy.objective.write. It replaces the one before.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewObjective',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Objective',
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '404': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/needs': {
      get: {
        operationId: 'getNeeds',
        summary: 'What waits for the caller, the most urgent first',
        description:
          'For users only; of what they may read. Where only the catalog knows what that is, it is asked about 2,000 entities that they own, and as many that their boards decide for.',
        tags: ['Governance'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'What waits',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Needs',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audit-log': {
      get: {
        operationId: 'listAuditLog',
        summary: 'What people decided and published, the newest first',
        description:
          'One chain for each governance domain, and one for the centre. A chain that nobody has written to is empty. Needs autonomy.auditlog.read.',
        tags: ['Audit log'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/chain',
          },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Entity ref',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
          {
            name: 'limit',
            in: 'query',
            allowReserved: true,
            description: '50 unless told',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 200,
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
        ],
        responses: {
          '200': {
            description: 'The page',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AuditLogPage',
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '403': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audit-log/chains': {
      get: {
        operationId: 'listAuditChains',
        summary:
          'The chains that somebody has written to, with the last entry of each',
        description: 'Needs autonomy.auditlog.read.',
        tags: ['Audit log'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'By name',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        type: 'object',
                        additionalProperties: false,
                        required: ['chain', 'head'],
                        properties: {
                          chain: {
                            type: 'string',
                          },
                          head: {
                            $ref: '#/components/schemas/AuditLogHead',
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          '403': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/audit-log/verification': {
      get: {
        operationId: 'verifyAuditLog',
        summary: 'Whether a chain is as it was written',
        description:
          'Reads the whole chain and computes every hash anew. Whoever can rewrite the whole chain can make it fit again: keep the head elsewhere. Needs autonomy.auditlog.read.',
        tags: ['Audit log'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            $ref: '#/components/parameters/chain',
          },
          {
            name: 'head',
            in: 'query',
            allowReserved: true,
            description:
              'The head that an earlier verification told, as sequence:hash; the chain must still contain it',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'What was found; a broken chain is an answer, too',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AuditLogVerification',
                },
                example: {
                  chain: 'domain:default/payments',
                  entries: 214,
                  intact: false,
                  fault: {
                    sequence: 57,
                    reason:
                      'The entry was changed: it does not have the hash that it was given',
                  },
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          '403': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/coverage': {
      post: {
        operationId: 'declareCoverage',
        summary: 'Declare when an incident source watched entities',
        description: 'The key is source, entityRef and from.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/CoverageBatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/BatchResponse',
          },
          '207': {
            $ref: '#/components/responses/BatchResponse',
          },
          '400': {
            $ref: '#/components/responses/BatchRejected',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/backfill': {
      post: {
        operationId: 'backfillHistory',
        summary: 'Store facts, incidents and deployments of the past',
        description:
          'Items and keys are those of /facts, /incidents and /deployments; the permission is its own. Only what is loaded here counts towards levels as history, where the policy says that history does.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/BackfillBatch',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/BackfillResponse',
          },
          '207': {
            $ref: '#/components/responses/BackfillResponse',
          },
          '400': {
            $ref: '#/components/responses/BatchRejected',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/backfill/coverage': {
      post: {
        operationId: 'setBackCoverage',
        summary:
          'Declare that a source watched for longer what it watches today',
        description:
          'For every entity that the configuration says the source covers. Repeating it changes nothing.',
        tags: ['Evidence'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['source', 'from'],
                properties: {
                  source: {
                    type: 'string',
                    maxLength: 100,
                  },
                  from: {
                    type: 'string',
                    maxLength: 40,
                  },
                  to: {
                    type: 'string',
                    maxLength: 40,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'How many entities it was new for',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['stored', 'unchanged'],
                  properties: {
                    stored: {
                      type: 'integer',
                    },
                    unchanged: {
                      type: 'integer',
                    },
                  },
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/ErrorResponse',
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/health': {
      get: {
        operationId: 'getHealth',
        summary: 'Whether evidence arrives and is worked off',
        tags: ['Operations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        responses: {
          '200': {
            description: 'What is configured, and what was last heard of it',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Health',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/inbox/quarantine': {
      get: {
        operationId: 'listQuarantine',
        summary:
          'Deliveries of incident sources that were set aside, the latest first',
        description: 'Their bodies are shown to nobody.',
        tags: ['Operations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        parameters: [
          {
            name: 'source',
            in: 'query',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
            },
          },
        ],
        responses: {
          '200': {
            description: 'What was set aside, and why',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/QuarantinedDelivery',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
    '/inbox/replay': {
      post: {
        operationId: 'replayQuarantine',
        summary: 'Give deliveries that were set aside another try',
        description: 'Those with the ids, or of the source, or all.',
        tags: ['Operations'],
        security: [
          {},
          {
            JWT: [],
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  ids: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 500,
                    items: {
                      type: 'string',
                      maxLength: 300,
                    },
                  },
                  source: {
                    type: 'string',
                    maxLength: 100,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'How many get another try',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['replayed'],
                  properties: {
                    replayed: {
                      type: 'integer',
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/ErrorResponse',
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      JWT: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
      },
    },
    parameters: {
      policyKind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: {
          $ref: '#/components/schemas/PolicyDocumentKind',
        },
      },
      policyName: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
        },
      },
      draftId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
        },
      },
      kind: {
        name: 'kind',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
          maxItems: 50,
        },
      },
      type: {
        name: 'type',
        in: 'query',
        allowReserved: true,
        description: 'Value of spec.type',
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
          maxItems: 50,
        },
      },
      owner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description: 'Entity ref; the default kind is group',
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
          maxItems: 50,
        },
      },
      system: {
        name: 'system',
        in: 'query',
        allowReserved: true,
        description: 'Entity ref; the default kind is system',
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
          maxItems: 50,
        },
      },
      domain: {
        name: 'domain',
        in: 'query',
        allowReserved: true,
        description:
          'Entity ref of the governance domain; the default kind is domain',
        schema: {
          type: 'array',
          items: {
            type: 'string',
          },
          maxItems: 50,
        },
      },
      tier: {
        name: 'tier',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: {
            type: 'integer',
            minimum: 1,
            maximum: 4,
          },
          maxItems: 4,
        },
      },
      level: {
        name: 'level',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: {
            type: 'integer',
            minimum: 1,
            maximum: 4,
          },
          maxItems: 4,
        },
      },
      guardrailStatus: {
        name: 'guardrailStatus',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          items: {
            $ref: '#/components/schemas/GuardrailStatus',
          },
          maxItems: 6,
        },
      },
      minReadiness: {
        name: 'minReadiness',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'number',
          minimum: 0,
          maximum: 100,
        },
      },
      maxReadiness: {
        name: 'maxReadiness',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'number',
          minimum: 0,
          maximum: 100,
        },
      },
      text: {
        name: 'text',
        in: 'query',
        allowReserved: true,
        description: 'Part of the name or title, in any case',
        schema: {
          type: 'string',
          maxLength: 200,
        },
      },
      mismatch: {
        name: 'mismatch',
        in: 'query',
        allowReserved: true,
        description: 'The team decides more, or less, than is recommended',
        schema: {
          type: 'array',
          items: {
            type: 'string',
            enum: ['surplus', 'deficit'],
          },
          maxItems: 2,
        },
      },
      stale: {
        name: 'stale',
        in: 'query',
        allowReserved: true,
        description:
          'Whether the result rests on stale facts or silent sources',
        schema: {
          type: 'boolean',
        },
      },
      atRisk: {
        name: 'atRisk',
        in: 'query',
        allowReserved: true,
        description: 'Whether the level is at risk',
        schema: {
          type: 'boolean',
        },
      },
      proposed: {
        name: 'proposed',
        in: 'query',
        allowReserved: true,
        description: 'Whether a promotion waits for a board',
        schema: {
          type: 'boolean',
        },
      },
      readinessItem: {
        name: 'readinessItem',
        in: 'query',
        allowReserved: true,
        description: 'Id of a readiness check, of which readinessState is true',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
      },
      readinessState: {
        name: 'readinessState',
        in: 'query',
        allowReserved: true,
        description: 'fail, unknown and exempt unless told',
        schema: {
          type: 'array',
          items: {
            $ref: '#/components/schemas/CheckState',
          },
          maxItems: 6,
        },
      },
      guardrail: {
        name: 'guardrail',
        in: 'query',
        allowReserved: true,
        description: 'Id of a guardrail, of which guardrailState is true',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
        },
      },
      guardrailState: {
        name: 'guardrailState',
        in: 'query',
        allowReserved: true,
        description: 'at-risk, breached and unknown unless told',
        schema: {
          type: 'array',
          items: {
            $ref: '#/components/schemas/OneGuardrailStatus',
          },
          maxItems: 5,
        },
      },
      from: {
        name: 'from',
        in: 'query',
        allowReserved: true,
        description: 'ISO 8601 with zone',
        schema: {
          type: 'string',
          maxLength: 100,
        },
      },
      to: {
        name: 'to',
        in: 'query',
        allowReserved: true,
        description: 'ISO 8601 with zone; now unless told',
        schema: {
          type: 'string',
          maxLength: 100,
        },
      },
      orderBy: {
        name: 'orderBy',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'string',
          enum: [
            'name',
            'level',
            'guardrailStatus',
            'readiness',
            'accountability',
            'tier',
            'owner',
            'domain',
            'surplus',
            'deficit',
          ],
        },
      },
      order: {
        name: 'order',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'string',
          enum: ['asc', 'desc'],
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        allowReserved: true,
        description: '20 unless told',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 200,
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        allowReserved: true,
        description: 'nextCursor or prevCursor of an earlier page',
        schema: {
          type: 'string',
          maxLength: 4000,
        },
      },
      simulationId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
        },
      },
      moveWhen: {
        name: 'when',
        in: 'query',
        allowReserved: true,
        description:
          'settled unless told: when every grace has passed and announced checks count; at-once: the moment the draft holds',
        schema: {
          type: 'string',
          enum: ['at-once', 'settled'],
        },
      },
      moveWhat: {
        name: 'what',
        in: 'query',
        allowReserved: true,
        description: 'Any of these; any difference at all unless told',
        schema: {
          type: 'array',
          items: {
            $ref: '#/components/schemas/SimulatedMoveKind',
          },
          maxItems: 7,
        },
      },
      recordId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 100,
        },
      },
      entity: {
        name: 'entity',
        in: 'query',
        allowReserved: true,
        description: 'Entity ref',
        schema: {
          type: 'array',
          items: {
            type: 'string',
            maxLength: 300,
          },
          maxItems: 50,
        },
      },
      board: {
        name: 'board',
        in: 'query',
        allowReserved: true,
        description:
          'Entity ref of the group that decides; the default kind is group',
        schema: {
          type: 'array',
          items: {
            type: 'string',
            maxLength: 300,
          },
          maxItems: 50,
        },
      },
      area: {
        name: 'area',
        in: 'query',
        allowReserved: true,
        description: 'Id of a decision area',
        schema: {
          type: 'array',
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
          maxItems: 50,
        },
      },
      boardKind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 100,
        },
      },
      boardNamespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 100,
        },
      },
      boardName: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 100,
        },
      },
      quarter: {
        name: 'quarter',
        in: 'query',
        allowReserved: true,
        description: 'The present one unless told',
        schema: {
          $ref: '#/components/schemas/Quarter',
        },
      },
      chain: {
        name: 'chain',
        in: 'query',
        required: true,
        allowReserved: true,
        description: 'Entity ref of a governance domain, or central',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
        },
      },
    },
    requestBodies: {
      Reason: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              required: ['reason'],
              properties: {
                reason: {
                  $ref: '#/components/schemas/Reason',
                },
              },
            },
          },
        },
      },
    },
    responses: {
      Incident: {
        description: 'The incident as it counts now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Incident',
            },
          },
        },
      },
      Simulation: {
        description: 'The simulation as it stands now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Simulation',
            },
          },
        },
      },
      Exemption: {
        description: 'The exemption or request as it stands now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Exemption',
            },
          },
        },
      },
      Proposal: {
        description: 'The proposal as it stands now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Proposal',
            },
          },
        },
      },
      Grant: {
        description: 'The grant as it stands now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Grant',
            },
          },
        },
      },
      Plan: {
        description: 'The plan as it stands now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Plan',
            },
          },
        },
      },
      Audit: {
        description: 'The audit as it stands now',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Audit',
            },
          },
        },
      },
      Objective: {
        description: 'The objective',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Objective',
            },
          },
        },
      },
      ErrorResponse: {
        description: 'An error',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Error',
            },
          },
        },
      },
      BatchResponse: {
        description: 'What became of each item',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/BatchResponse',
            },
          },
        },
      },
      BackfillResponse: {
        description: 'What became of each item',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/BackfillResponse',
            },
          },
        },
      },
      BatchRejected: {
        description:
          'No item was stored, or the body is no batch. In the first case the answer carries the results besides the error.',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Error',
            },
          },
        },
      },
    },
    schemas: {
      Health: {
        type: 'object',
        additionalProperties: false,
        required: [
          'policyVersion',
          'evaluation',
          'announcements',
          'incidentSources',
          'inbox',
          'collectors',
        ],
        properties: {
          policyVersion: {
            type: 'string',
          },
          evaluation: {
            $ref: '#/components/schemas/EvaluationHealth',
          },
          announcements: {
            type: 'object',
            additionalProperties: false,
            required: ['pending', 'quarantined'],
            properties: {
              pending: {
                type: 'integer',
              },
              oldestPendingAt: {
                type: 'integer',
              },
              quarantined: {
                type: 'integer',
              },
            },
          },
          incidentSources: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'type', 'receives', 'polls', 'covers', 'state'],
              properties: {
                id: {
                  type: 'string',
                },
                type: {
                  type: 'string',
                },
                receives: {
                  type: 'boolean',
                },
                polls: {
                  type: 'boolean',
                },
                covers: {
                  type: 'boolean',
                },
                state: {
                  type: 'string',
                  enum: ['heard', 'silent', 'never-heard'],
                },
                lastDeliveryAt: {
                  type: 'integer',
                },
                lastHeardAt: {
                  type: 'integer',
                },
                lastPollAt: {
                  type: 'integer',
                },
                pollError: {
                  type: 'string',
                },
              },
            },
          },
          inbox: {
            type: 'object',
            additionalProperties: false,
            required: ['pending', 'quarantined'],
            properties: {
              pending: {
                type: 'integer',
              },
              oldestPendingAt: {
                type: 'integer',
              },
              quarantined: {
                type: 'integer',
              },
            },
          },
          collectors: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'status'],
              properties: {
                id: {
                  type: 'string',
                },
                status: {
                  type: 'string',
                  enum: ['never-run', 'running', 'ok', 'partial', 'failed'],
                },
                startedAt: {
                  type: 'integer',
                },
                finishedAt: {
                  type: 'integer',
                },
                succeededAt: {
                  type: 'integer',
                },
                entities: {
                  type: 'integer',
                },
                failed: {
                  type: 'integer',
                },
                error: {
                  type: 'string',
                },
              },
            },
          },
          retention: {
            $ref: '#/components/schemas/JobHealth',
          },
          rollUps: {
            $ref: '#/components/schemas/JobHealth',
          },
        },
      },
      EvaluationHealth: {
        type: 'object',
        additionalProperties: false,
        required: [
          'pending',
          'lag',
          'quarantined',
          'entities',
          'neverEvaluated',
          'staleShare',
          'sweep',
        ],
        properties: {
          pending: {
            type: 'integer',
            description: 'Entities whose evaluation is due or asked for',
          },
          oldestPendingAt: {
            type: 'integer',
          },
          lag: {
            type: 'integer',
            description:
              'For how long the one that waits longest has waited, in milliseconds',
          },
          quarantined: {
            type: 'object',
            additionalProperties: false,
            required: ['count', 'first'],
            properties: {
              count: {
                type: 'integer',
              },
              first: {
                type: 'array',
                maxItems: 20,
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['entityRef', 'since', 'reason'],
                  properties: {
                    entityRef: {
                      type: 'string',
                    },
                    since: {
                      type: 'integer',
                    },
                    reason: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
          entities: {
            type: 'integer',
            description: 'Entities in scope',
          },
          neverEvaluated: {
            type: 'integer',
          },
          staleShare: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description: 'Share of results that rest on stale evidence',
          },
          policyInForce: {
            type: 'object',
            additionalProperties: false,
            required: ['madeWith', 'renewedAt', 'isOwn'],
            properties: {
              madeWith: {
                type: 'string',
              },
              renewedAt: {
                type: 'integer',
              },
              isOwn: {
                type: 'boolean',
                description: 'The replica that answers works by it',
              },
            },
          },
          sweep: {
            type: 'object',
            additionalProperties: false,
            required: ['checked', 'missed', 'missedRefs'],
            properties: {
              startedAt: {
                type: 'integer',
              },
              checked: {
                type: 'integer',
              },
              missed: {
                type: 'integer',
              },
              missedRefs: {
                type: 'array',
                maxItems: 20,
                items: {
                  type: 'string',
                },
              },
              last: {
                type: 'object',
                additionalProperties: false,
                required: [
                  'startedAt',
                  'finishedAt',
                  'checked',
                  'missed',
                  'missedRefs',
                ],
                properties: {
                  startedAt: {
                    type: 'integer',
                  },
                  finishedAt: {
                    type: 'integer',
                  },
                  checked: {
                    type: 'integer',
                  },
                  missed: {
                    type: 'integer',
                  },
                  missedRefs: {
                    type: 'array',
                    items: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
        },
      },
      JobHealth: {
        type: 'object',
        additionalProperties: false,
        required: ['finishedAt'],
        properties: {
          finishedAt: {
            type: 'integer',
          },
          error: {
            type: 'string',
          },
        },
      },
      QuarantinedDelivery: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'source',
          'receivedAt',
          'quarantinedAt',
          'reason',
          'attempts',
        ],
        properties: {
          id: {
            type: 'string',
          },
          source: {
            type: 'string',
          },
          receivedAt: {
            type: 'integer',
          },
          quarantinedAt: {
            type: 'integer',
          },
          reason: {
            type: 'string',
          },
          attempts: {
            type: 'integer',
          },
        },
      },
      Error: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
        },
      },
      GuardrailStatus: {
        type: 'string',
        enum: ['none', 'ok', 'exempt', 'at-risk', 'breached', 'unknown'],
      },
      OneGuardrailStatus: {
        type: 'string',
        enum: ['ok', 'exempt', 'at-risk', 'breached', 'unknown'],
      },
      CheckState: {
        type: 'string',
        enum: [
          'pass',
          'fail',
          'unknown',
          'exempt',
          'announced',
          'not-applicable',
        ],
      },
      EventKind: {
        type: 'string',
        enum: [
          'level-promoted',
          'level-demoted',
          'level-at-risk',
          'level-recovered',
          'proposal-opened',
          'proposal-lapsed',
          'proposal-rejected',
          'guardrail-changed',
          'readiness-changed',
          'right-changed',
          'plan-ended',
        ],
      },
      EventCause: {
        type: 'string',
        enum: ['policy', 'evidence', 'decision', 'time'],
      },
      LevelCounts: {
        type: 'object',
        additionalProperties: false,
        required: ['1', '2', '3', '4'],
        properties: {
          '1': {
            type: 'integer',
          },
          '2': {
            type: 'integer',
          },
          '3': {
            type: 'integer',
          },
          '4': {
            type: 'integer',
          },
        },
      },
      GuardrailCounts: {
        type: 'object',
        additionalProperties: false,
        required: ['none', 'ok', 'exempt', 'at-risk', 'breached', 'unknown'],
        properties: {
          none: {
            type: 'integer',
          },
          ok: {
            type: 'integer',
          },
          exempt: {
            type: 'integer',
          },
          'at-risk': {
            type: 'integer',
          },
          breached: {
            type: 'integer',
          },
          unknown: {
            type: 'integer',
          },
        },
      },
      BandCounts: {
        type: 'object',
        additionalProperties: false,
        required: ['ready', 'minor-gaps', 'focus', 'not-ready', 'none'],
        properties: {
          ready: {
            type: 'integer',
          },
          'minor-gaps': {
            type: 'integer',
          },
          focus: {
            type: 'integer',
          },
          'not-ready': {
            type: 'integer',
          },
          none: {
            type: 'integer',
          },
        },
      },
      DailyFigures: {
        type: 'object',
        description: 'How many entities stood where on a day',
        additionalProperties: false,
        required: [
          'day',
          'entities',
          'levels',
          'guardrails',
          'surplus',
          'deficit',
          'stale',
          'guardrailPairs',
          'exemptPairs',
        ],
        properties: {
          day: {
            type: 'string',
            description: 'YYYY-MM-DD of UTC',
          },
          entities: {
            type: 'integer',
          },
          levels: {
            $ref: '#/components/schemas/LevelCounts',
          },
          guardrails: {
            $ref: '#/components/schemas/GuardrailCounts',
          },
          readiness: {
            type: 'number',
            description: 'The average of those that have one',
          },
          accountability: {
            type: 'number',
            description: 'The average',
          },
          surplus: {
            type: 'integer',
          },
          deficit: {
            type: 'integer',
          },
          stale: {
            type: 'integer',
          },
          guardrailPairs: {
            type: 'integer',
            description: 'Guardrails of all entities together',
          },
          exemptPairs: {
            type: 'integer',
            description: 'Those that are exempt',
          },
          exemptionDebt: {
            type: 'number',
            description: 'exemptPairs / guardrailPairs',
          },
        },
      },
      SummaryFigures: {
        type: 'object',
        description:
          'How many entities stand where, and stood about 30 days ago',
        additionalProperties: false,
        required: [
          'bands',
          'entities',
          'levels',
          'guardrails',
          'surplus',
          'deficit',
          'stale',
          'guardrailPairs',
          'exemptPairs',
        ],
        properties: {
          entities: {
            type: 'integer',
          },
          levels: {
            $ref: '#/components/schemas/LevelCounts',
          },
          guardrails: {
            $ref: '#/components/schemas/GuardrailCounts',
          },
          readiness: {
            type: 'number',
            description: 'The average of those that have one',
          },
          accountability: {
            type: 'number',
            description: 'The average',
          },
          surplus: {
            type: 'integer',
          },
          deficit: {
            type: 'integer',
          },
          stale: {
            type: 'integer',
          },
          guardrailPairs: {
            type: 'integer',
            description: 'Guardrails of all entities together',
          },
          exemptPairs: {
            type: 'integer',
            description: 'Those that are exempt',
          },
          exemptionDebt: {
            type: 'number',
            description: 'exemptPairs / guardrailPairs',
          },
          bands: {
            $ref: '#/components/schemas/BandCounts',
          },
          before: {
            $ref: '#/components/schemas/DailyFigures',
          },
        },
      },
      SummaryGroup: {
        type: 'object',
        description: 'The figures of one group',
        additionalProperties: false,
        required: [
          'bands',
          'entities',
          'levels',
          'guardrails',
          'surplus',
          'deficit',
          'stale',
          'guardrailPairs',
          'exemptPairs',
        ],
        properties: {
          ref: {
            type: 'string',
            description: 'Absent for those without one',
          },
          title: {
            type: 'string',
          },
          value: {
            type: 'integer',
            enum: [1, 2, 3, 4],
          },
          entities: {
            type: 'integer',
          },
          levels: {
            $ref: '#/components/schemas/LevelCounts',
          },
          guardrails: {
            $ref: '#/components/schemas/GuardrailCounts',
          },
          readiness: {
            type: 'number',
            description: 'The average of those that have one',
          },
          accountability: {
            type: 'number',
            description: 'The average',
          },
          surplus: {
            type: 'integer',
          },
          deficit: {
            type: 'integer',
          },
          stale: {
            type: 'integer',
          },
          guardrailPairs: {
            type: 'integer',
            description: 'Guardrails of all entities together',
          },
          exemptPairs: {
            type: 'integer',
            description: 'Those that are exempt',
          },
          exemptionDebt: {
            type: 'number',
            description: 'exemptPairs / guardrailPairs',
          },
          bands: {
            $ref: '#/components/schemas/BandCounts',
          },
          before: {
            $ref: '#/components/schemas/DailyFigures',
          },
        },
      },
      EntitiesSummary: {
        type: 'object',
        additionalProperties: false,
        required: ['groupBy', 'isWithheld', 'groups', 'trend'],
        properties: {
          groupBy: {
            type: 'string',
            enum: ['domain', 'system', 'owner', 'tier', 'level'],
          },
          isWithheld: {
            type: 'boolean',
            description:
              'Only the catalog can tell what the caller may read, so nothing is counted',
          },
          groups: {
            type: 'array',
            description: 'The largest first',
            items: {
              $ref: '#/components/schemas/SummaryGroup',
            },
          },
          totalGroups: {
            type: 'integer',
          },
          totals: {
            $ref: '#/components/schemas/SummaryFigures',
          },
          trend: {
            type: 'string',
            description: 'Whether figures of 30 days ago are shown',
            enum: ['shown', 'withheld', 'none'],
          },
        },
      },
      Trends: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'days'],
        properties: {
          kind: {
            type: 'string',
            enum: ['organisation', 'domain', 'system', 'owner'],
          },
          ref: {
            type: 'string',
          },
          days: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DailyFigures',
            },
          },
        },
      },
      HistoryPoint: {
        type: 'object',
        description: 'The figures of an entity from an instant on',
        additionalProperties: false,
        required: [
          'at',
          'policyVersion',
          'level',
          'guardrailStatus',
          'accountability',
          'trust',
          'rights',
        ],
        properties: {
          at: {
            type: 'integer',
          },
          policyVersion: {
            type: 'string',
          },
          level: {
            $ref: '#/components/schemas/Level',
          },
          guardrailStatus: {
            $ref: '#/components/schemas/GuardrailStatus',
          },
          readiness: {
            type: 'number',
          },
          readinessBand: {
            $ref: '#/components/schemas/ReadinessBand',
          },
          accountability: {
            type: 'number',
          },
          trust: {
            type: 'object',
            description: 'By area',
            additionalProperties: {
              type: 'number',
            },
          },
          rights: {
            type: 'object',
            description: 'By area',
            additionalProperties: {
              $ref: '#/components/schemas/Right',
            },
          },
        },
      },
      Event: {
        type: 'object',
        description: 'The type EvaluationEvent of the common package',
        required: ['at', 'cause', 'reasons', 'kind'],
        properties: {
          at: {
            type: 'integer',
            description: 'When it happened',
          },
          cause: {
            $ref: '#/components/schemas/EventCause',
          },
          kind: {
            $ref: '#/components/schemas/EventKind',
          },
          reasons: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['kind'],
              properties: {
                kind: {
                  type: 'string',
                },
                ref: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      RecordedEvent: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'recordedAt', 'policyVersion', 'event'],
        properties: {
          id: {
            type: 'string',
          },
          recordedAt: {
            type: 'integer',
            description: 'When it was found out',
          },
          policyVersion: {
            type: 'string',
          },
          event: {
            $ref: '#/components/schemas/Event',
          },
        },
      },
      EntityHistory: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to', 'points', 'events', 'pageInfo'],
        properties: {
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          start: {
            description: 'The last point before',
            allOf: [
              {
                $ref: '#/components/schemas/HistoryPoint',
              },
            ],
          },
          points: {
            type: 'array',
            description: 'In the order of time; none on a later page of events',
            items: {
              $ref: '#/components/schemas/HistoryPoint',
            },
          },
          events: {
            type: 'array',
            description: 'The newest first',
            items: {
              $ref: '#/components/schemas/RecordedEvent',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      ActivityPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: [
                'id',
                'recordedAt',
                'policyVersion',
                'event',
                'entity',
              ],
              properties: {
                id: {
                  type: 'string',
                },
                recordedAt: {
                  type: 'integer',
                },
                policyVersion: {
                  type: 'string',
                },
                event: {
                  $ref: '#/components/schemas/Event',
                },
                entity: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['entityRef', 'kind', 'namespace', 'name'],
                  properties: {
                    entityRef: {
                      type: 'string',
                    },
                    kind: {
                      type: 'string',
                    },
                    namespace: {
                      type: 'string',
                    },
                    name: {
                      type: 'string',
                    },
                    title: {
                      type: 'string',
                    },
                    ownerRef: {
                      type: 'string',
                    },
                    domainRef: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      OnwardPageInfo: {
        type: 'object',
        additionalProperties: false,
        properties: {
          nextCursor: {
            type: 'string',
          },
        },
      },
      GuardrailMatrix: {
        type: 'object',
        additionalProperties: false,
        required: ['isWithheld', 'guardrails', 'groups'],
        properties: {
          isWithheld: {
            type: 'boolean',
            description:
              'Only the catalog can tell what the caller may read, so nothing is counted',
          },
          guardrails: {
            type: 'array',
            description:
              'Those that apply to any of the entities, in the order of the policy',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title', 'mandatory'],
              properties: {
                id: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                mandatory: {
                  type: 'boolean',
                },
              },
            },
          },
          groups: {
            type: 'array',
            description: 'The largest first, 200 at the most',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['entities', 'counts'],
              properties: {
                ref: {
                  type: 'string',
                  description:
                    'The Domain; absent for the entities that have none',
                },
                title: {
                  type: 'string',
                },
                entities: {
                  type: 'integer',
                },
                counts: {
                  type: 'array',
                  description:
                    'One for each guardrail, in their order; empty where it applies to none of the entities',
                  items: {
                    type: 'object',
                    additionalProperties: false,
                    properties: {
                      ok: {
                        type: 'integer',
                      },
                      exempt: {
                        type: 'integer',
                      },
                      'at-risk': {
                        type: 'integer',
                      },
                      breached: {
                        type: 'integer',
                      },
                      unknown: {
                        type: 'integer',
                      },
                    },
                  },
                },
              },
            },
          },
          totalGroups: {
            type: 'integer',
          },
        },
      },
      ReadinessOverview: {
        type: 'object',
        additionalProperties: false,
        required: ['isWithheld'],
        properties: {
          ref: {
            type: 'string',
          },
          isWithheld: {
            type: 'boolean',
            description:
              'Only the catalog can tell what the caller may read, so nothing is counted',
          },
          rollUp: {
            type: 'object',
            additionalProperties: false,
            required: ['entities', 'items', 'gaps', 'topGaps'],
            properties: {
              entities: {
                type: 'integer',
              },
              items: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: [
                    'id',
                    'title',
                    'applicable',
                    'passing',
                    'share',
                    'yes',
                  ],
                  properties: {
                    id: {
                      type: 'string',
                    },
                    title: {
                      type: 'string',
                    },
                    section: {
                      type: 'string',
                    },
                    applicable: {
                      type: 'integer',
                    },
                    passing: {
                      type: 'integer',
                    },
                    share: {
                      type: 'number',
                    },
                    yes: {
                      type: 'boolean',
                    },
                  },
                },
              },
              gaps: {
                type: 'integer',
              },
              band: {
                $ref: '#/components/schemas/ReadinessBand',
              },
              topGaps: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      EntitySummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'kind',
          'namespace',
          'name',
          'tier',
          'level',
          'levelTitle',
          'guardrailStatus',
          'guardrailsBreached',
          'guardrails',
          'readinessGaps',
          'accountability',
          'rights',
          'isStale',
          'evaluatedAt',
        ],
        properties: {
          entityRef: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
          },
          systemRef: {
            type: 'string',
          },
          domainRef: {
            type: 'string',
          },
          tier: {
            $ref: '#/components/schemas/Tier',
          },
          level: {
            $ref: '#/components/schemas/Level',
          },
          levelTitle: {
            type: 'string',
          },
          eligibleLevel: {
            description: 'The level whose requirements are met now',
            allOf: [
              {
                $ref: '#/components/schemas/Level',
              },
            ],
          },
          atRiskSince: {
            type: 'integer',
            description: 'Absent while it is held',
          },
          proposedLevel: {
            description: 'The level that waits for a board',
            allOf: [
              {
                $ref: '#/components/schemas/Level',
              },
            ],
          },
          guardrailStatus: {
            $ref: '#/components/schemas/GuardrailStatus',
          },
          guardrailsBreached: {
            type: 'integer',
          },
          guardrails: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'status'],
              properties: {
                id: {
                  type: 'string',
                },
                status: {
                  $ref: '#/components/schemas/OneGuardrailStatus',
                },
              },
            },
          },
          readiness: {
            type: 'number',
          },
          readinessBand: {
            $ref: '#/components/schemas/ReadinessBand',
          },
          readinessGaps: {
            type: 'integer',
          },
          accountability: {
            type: 'number',
          },
          rights: {
            type: 'array',
            description: 'The right in force in each area',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['area', 'right'],
              properties: {
                area: {
                  type: 'string',
                },
                right: {
                  $ref: '#/components/schemas/Right',
                },
              },
            },
          },
          surplus: {
            type: 'number',
            description:
              'Priority of the most urgent area in which the team decides more than is recommended',
          },
          deficit: {
            type: 'number',
            description:
              'Priority of the most urgent area in which the team decides less than is recommended',
          },
          isStale: {
            type: 'boolean',
            description: 'It rests on stale facts or silent sources',
          },
          evaluatedAt: {
            type: 'integer',
          },
        },
      },
      EntitiesPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/EntitySummary',
            },
          },
          totalItems: {
            type: 'integer',
            description:
              'Entities that match and that the caller may read; absent where it cannot be told without reading them all.',
          },
          pageInfo: {
            type: 'object',
            additionalProperties: false,
            properties: {
              nextCursor: {
                type: 'string',
              },
              prevCursor: {
                type: 'string',
              },
            },
          },
        },
      },
      Evaluation: {
        type: 'object',
        description:
          'Everything about one entity, with every reason; the type Evaluation of the common package. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'entity',
          'evaluatedAt',
          'policyVersion',
          'level',
          'guardrails',
          'readiness',
          'accountability',
          'trust',
          'rights',
          'plans',
          'evidence',
        ],
        properties: {
          entity: {
            $ref: '#/components/schemas/EvaluatedEntity',
          },
          evaluatedAt: {
            type: 'integer',
            description: 'When this was found; until nextChangeAt it holds',
          },
          nextChangeAt: {
            type: 'integer',
            description:
              'Before it nothing changes without new evidence; absent means never',
          },
          policyVersion: {
            type: 'string',
          },
          enforcedFrom: {
            type: 'integer',
            description: 'Rights are shown but not enforced before it',
          },
          level: {
            $ref: '#/components/schemas/LevelResult',
          },
          guardrails: {
            $ref: '#/components/schemas/GuardrailsResult',
          },
          readiness: {
            $ref: '#/components/schemas/ReadinessResult',
          },
          accountability: {
            $ref: '#/components/schemas/AccountabilityResult',
          },
          trust: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/TrustResult',
            },
          },
          rights: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RightResult',
            },
          },
          plans: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PlanResult',
            },
          },
          evidence: {
            $ref: '#/components/schemas/EvidenceState',
          },
        },
      },
      EvaluatedEntity: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'kind', 'namespace', 'name', 'tier'],
        properties: {
          entityRef: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          namespace: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          lifecycle: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
          },
          systemRef: {
            type: 'string',
          },
          domainRef: {
            type: 'string',
          },
          boardRef: {
            type: 'string',
          },
          tier: {
            type: 'object',
            required: ['effective', 'dependents', 'dependentDomains'],
            properties: {
              declared: {
                $ref: '#/components/schemas/Tier',
              },
              computed: {
                $ref: '#/components/schemas/Tier',
              },
              effective: {
                $ref: '#/components/schemas/Tier',
              },
              dependents: {
                type: 'integer',
              },
              dependentDomains: {
                type: 'integer',
              },
            },
          },
        },
      },
      Tier: {
        type: 'integer',
        enum: [1, 2, 3, 4],
      },
      Level: {
        type: 'integer',
        enum: [1, 2, 3, 4],
      },
      Right: {
        type: 'integer',
        description: '1 approval, 2 consult, 3 peer-review, 4 inform, 5 decide',
        enum: [1, 2, 3, 4, 5],
      },
      PolicyYaml: {
        type: 'string',
        description: 'One or several documents of the policy, as YAML',
        minLength: 1,
        maxLength: 524288,
      },
      PolicyDocumentKind: {
        type: 'string',
        enum: ['policy', 'scorecard', 'overlay'],
      },
      PolicyDocumentKey: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name'],
        properties: {
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
          },
        },
      },
      PolicyOrigin: {
        type: 'object',
        additionalProperties: false,
        required: ['type'],
        properties: {
          type: {
            type: 'string',
            enum: ['built-in', 'file', 'url', 'here'],
          },
          place: {
            type: 'string',
            description: 'Absent of what was published here',
          },
          readAt: {
            type: 'integer',
            description: 'UTC milliseconds; of an address',
          },
          version: {
            type: 'integer',
            description: 'Of what was published here',
          },
        },
      },
      PolicyDocumentSummary: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name', 'checks', 'origin', 'isEditable'],
        properties: {
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          role: {
            $ref: '#/components/schemas/ScorecardRole',
          },
          checks: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          domain: {
            type: 'string',
          },
          origin: {
            $ref: '#/components/schemas/PolicyOrigin',
          },
          isEditable: {
            type: 'boolean',
          },
          scheduled: {
            $ref: '#/components/schemas/PublishedVersion',
          },
          draft: {
            $ref: '#/components/schemas/PolicyDraftSummary',
          },
        },
      },
      PolicyDocumentText: {
        type: 'object',
        additionalProperties: false,
        required: [
          'kind',
          'name',
          'checks',
          'origin',
          'isEditable',
          'yaml',
          'versions',
        ],
        properties: {
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          role: {
            $ref: '#/components/schemas/ScorecardRole',
          },
          checks: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          domain: {
            type: 'string',
          },
          origin: {
            $ref: '#/components/schemas/PolicyOrigin',
          },
          isEditable: {
            type: 'boolean',
          },
          scheduled: {
            $ref: '#/components/schemas/PublishedVersion',
          },
          draft: {
            $ref: '#/components/schemas/PolicyDraftSummary',
          },
          yaml: {
            type: 'string',
          },
          builtInYaml: {
            type: 'string',
            description:
              'The built-in document that was replaced or retired here',
          },
          versions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PublishedVersion',
            },
          },
        },
      },
      PolicyDocuments: {
        type: 'object',
        additionalProperties: false,
        required: ['version', 'items', 'newDrafts', 'problems'],
        properties: {
          version: {
            type: 'string',
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyDocumentSummary',
            },
          },
          newDrafts: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyDraftSummary',
            },
          },
          problems: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['place', 'message', 'since'],
              properties: {
                place: {
                  type: 'string',
                },
                message: {
                  type: 'string',
                },
                since: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      PublishedVersion: {
        type: 'object',
        additionalProperties: false,
        description: 'Instants are UTC milliseconds',
        required: [
          'kind',
          'name',
          'number',
          'action',
          'author',
          'publishedAt',
          'effectiveFrom',
          'note',
          'state',
        ],
        properties: {
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
          },
          number: {
            type: 'integer',
          },
          action: {
            type: 'string',
            enum: ['publish', 'roll-back', 'retire'],
          },
          restores: {
            type: 'integer',
            description: '0 is the built-in document',
          },
          author: {
            type: 'string',
          },
          publishedAt: {
            type: 'integer',
          },
          effectiveFrom: {
            type: 'integer',
          },
          note: {
            type: 'string',
          },
          withdrawn: {
            type: 'object',
            additionalProperties: false,
            required: ['by', 'at', 'note'],
            properties: {
              by: {
                type: 'string',
              },
              at: {
                type: 'integer',
              },
              note: {
                type: 'string',
              },
            },
          },
          simulationId: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['scheduled', 'in-force', 'superseded', 'withdrawn'],
          },
        },
      },
      PublishedVersionText: {
        type: 'object',
        additionalProperties: false,
        required: [
          'kind',
          'name',
          'number',
          'action',
          'author',
          'publishedAt',
          'effectiveFrom',
          'note',
          'state',
          'changes',
        ],
        properties: {
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
          },
          number: {
            type: 'integer',
          },
          action: {
            type: 'string',
            enum: ['publish', 'roll-back', 'retire'],
          },
          restores: {
            type: 'integer',
            description: '0 is the built-in document',
          },
          author: {
            type: 'string',
          },
          publishedAt: {
            type: 'integer',
          },
          effectiveFrom: {
            type: 'integer',
          },
          note: {
            type: 'string',
          },
          withdrawn: {
            type: 'object',
            additionalProperties: false,
            required: ['by', 'at', 'note'],
            properties: {
              by: {
                type: 'string',
              },
              at: {
                type: 'integer',
              },
              note: {
                type: 'string',
              },
            },
          },
          simulationId: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['scheduled', 'in-force', 'superseded', 'withdrawn'],
          },
          yaml: {
            type: 'string',
            description: 'Absent where it took the document away',
          },
          changes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyChange',
            },
          },
        },
      },
      PolicyDraftSummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'kind',
          'name',
          'revision',
          'createdBy',
          'updatedBy',
          'updatedAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
          },
          revision: {
            type: 'integer',
          },
          createdBy: {
            type: 'string',
          },
          updatedBy: {
            type: 'string',
          },
          updatedAt: {
            type: 'integer',
          },
        },
      },
      PolicyDraft: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'kind',
          'name',
          'revision',
          'createdBy',
          'updatedBy',
          'updatedAt',
          'yaml',
          'isOutdated',
          'verdict',
        ],
        properties: {
          id: {
            type: 'string',
          },
          kind: {
            $ref: '#/components/schemas/PolicyDocumentKind',
          },
          name: {
            type: 'string',
          },
          revision: {
            type: 'integer',
          },
          createdBy: {
            type: 'string',
          },
          updatedBy: {
            type: 'string',
          },
          updatedAt: {
            type: 'integer',
          },
          yaml: {
            type: 'string',
          },
          baseYaml: {
            type: 'string',
          },
          isOutdated: {
            type: 'boolean',
          },
          verdict: {
            $ref: '#/components/schemas/PolicyVerdict',
          },
        },
      },
      PolicyVerdict: {
        type: 'object',
        additionalProperties: false,
        required: ['issues', 'warnings', 'changes'],
        properties: {
          issues: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyDocumentIssue',
            },
          },
          warnings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyDocumentIssue',
            },
          },
          changes: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyChange',
            },
          },
        },
      },
      NewPolicyDraft: {
        type: 'object',
        additionalProperties: false,
        description: 'One of the two',
        properties: {
          of: {
            $ref: '#/components/schemas/PolicyDocumentKey',
          },
          yaml: {
            $ref: '#/components/schemas/PolicyYaml',
          },
        },
      },
      PolicyDraftChange: {
        type: 'object',
        additionalProperties: false,
        required: ['yaml', 'revision'],
        properties: {
          yaml: {
            $ref: '#/components/schemas/PolicyYaml',
          },
          revision: {
            type: 'integer',
            minimum: 1,
          },
        },
      },
      PublishRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['revision', 'note'],
        properties: {
          revision: {
            type: 'integer',
            minimum: 1,
          },
          note: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
            description: 'Why; 500 characters at the most',
          },
          effectiveFrom: {
            type: 'string',
            format: 'date-time',
            description: 'At once unless told',
          },
          simulationId: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
          },
        },
      },
      RollBackRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['to', 'note', 'newest'],
        properties: {
          to: {
            type: 'integer',
            minimum: 0,
            description: '0 is the built-in document',
          },
          note: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
            description: 'Why; 500 characters at the most',
          },
          newest: {
            type: 'integer',
            minimum: 0,
          },
        },
      },
      RetireRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['note'],
        properties: {
          note: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
            description: 'Why; 500 characters at the most',
          },
          effectiveFrom: {
            type: 'string',
            format: 'date-time',
            description: 'At once unless told',
          },
          newest: {
            type: 'integer',
            minimum: 0,
          },
        },
      },
      WithdrawRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['note'],
        properties: {
          note: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
            description: 'Why; 500 characters at the most',
          },
        },
      },
      PolicyTexts: {
        type: 'object',
        additionalProperties: false,
        required: ['yaml'],
        properties: {
          yaml: {
            $ref: '#/components/schemas/PolicyYaml',
          },
        },
      },
      ImportResult: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['key', 'status'],
              properties: {
                key: {
                  $ref: '#/components/schemas/PolicyDocumentKey',
                },
                status: {
                  type: 'string',
                  enum: [
                    'draft-created',
                    'draft-replaced',
                    'unchanged',
                    'refused',
                  ],
                },
                draftId: {
                  type: 'string',
                },
                message: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      PolicyStarter: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'title',
          'description',
          'checks',
          'yaml',
          'isAdopted',
        ],
        properties: {
          name: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          checks: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title'],
              properties: {
                id: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                risk: {
                  type: 'string',
                },
              },
            },
          },
          yaml: {
            type: 'string',
          },
          isAdopted: {
            type: 'boolean',
          },
        },
      },
      PolicyDocumentIssue: {
        type: 'object',
        additionalProperties: false,
        description: 'Positions start at 1',
        required: ['line', 'field', 'message'],
        properties: {
          file: {
            type: 'string',
            description:
              'Where it stands, unless that is the text that was sent',
          },
          line: {
            type: 'integer',
          },
          column: {
            type: 'integer',
          },
          endColumn: {
            type: 'integer',
          },
          field: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
        },
      },
      PolicyChange: {
        type: 'object',
        additionalProperties: false,
        required: ['subject', 'change'],
        properties: {
          subject: {
            type: 'string',
            enum: ['policy', 'scorecard', 'check'],
          },
          change: {
            type: 'string',
            enum: ['added', 'removed', 'changed'],
          },
          domain: {
            type: 'string',
            description:
              'The governance domain whose overlays make the difference; absent where it holds everywhere',
          },
          role: {
            $ref: '#/components/schemas/ScorecardRole',
          },
          id: {
            type: 'string',
            description: 'Name of the scorecard or id of the check',
          },
          field: {
            type: 'string',
          },
          from: {
            description: 'As written in a document',
          },
          to: {
            description: 'As written in a document',
          },
          effect: {
            type: 'string',
            description: 'Absent where it depends, or makes no difference',
            enum: ['tightens', 'loosens'],
          },
        },
      },
      MoveCounts: {
        type: 'object',
        additionalProperties: false,
        description: 'In how many entities something moves',
        required: [
          'entities',
          'checks',
          'guardrailWorse',
          'guardrailBetter',
          'levelDown',
          'levelUp',
          'rightsLost',
          'rightsGained',
        ],
        properties: {
          entities: {
            type: 'integer',
            description: 'Any difference at all',
          },
          checks: {
            type: 'integer',
          },
          guardrailWorse: {
            type: 'integer',
          },
          guardrailBetter: {
            type: 'integer',
          },
          levelDown: {
            type: 'integer',
          },
          levelUp: {
            type: 'integer',
          },
          rightsLost: {
            type: 'integer',
            description: 'In at least one area',
          },
          rightsGained: {
            type: 'integer',
            description: 'In at least one area',
          },
        },
      },
      Simulation: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'state',
          'createdBy',
          'createdAt',
          'asOf',
          'comparedWith',
          'isOutdated',
          'changes',
          'progress',
          'atOnce',
          'settled',
        ],
        properties: {
          id: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['queued', 'running', 'done', 'cancelled', 'failed'],
          },
          createdBy: {
            type: 'string',
          },
          createdAt: {
            type: 'integer',
          },
          finishedAt: {
            type: 'integer',
          },
          asOf: {
            type: 'integer',
            description: 'When both sides are evaluated',
          },
          comparedWith: {
            type: 'string',
            description: 'Version of the policy that it is compared with',
          },
          draft: {
            type: 'object',
            additionalProperties: false,
            description: 'Absent for texts that were sent',
            required: ['id', 'revision'],
            properties: {
              id: {
                type: 'string',
              },
              revision: {
                type: 'integer',
              },
            },
          },
          isOutdated: {
            type: 'boolean',
            description: 'The policy in force has changed since',
          },
          changes: {
            type: 'array',
            description: 'What differs between the policies',
            items: {
              $ref: '#/components/schemas/PolicyChange',
            },
          },
          progress: {
            type: 'object',
            additionalProperties: false,
            description: 'Entities',
            required: ['done', 'total'],
            properties: {
              done: {
                type: 'integer',
              },
              total: {
                type: 'integer',
              },
            },
          },
          failed: {
            type: 'object',
            additionalProperties: false,
            description:
              'Entities that could not be compared, with the first reason',
            required: ['entities', 'reason'],
            properties: {
              entities: {
                type: 'integer',
              },
              reason: {
                type: 'string',
              },
            },
          },
          atOnce: {
            $ref: '#/components/schemas/MoveCounts',
          },
          settled: {
            $ref: '#/components/schemas/MoveCounts',
          },
          isWithheld: {
            type: 'boolean',
            description:
              'Only the catalog can tell what the caller may read, so nothing is counted',
          },
          message: {
            type: 'string',
            description: 'Why it failed',
          },
        },
      },
      SimulatedMoveKind: {
        type: 'string',
        enum: [
          'rights-lost',
          'rights-gained',
          'level-down',
          'level-up',
          'guardrail-worse',
          'guardrail-better',
          'checks',
        ],
      },
      SimulatedDifference: {
        type: 'object',
        additionalProperties: false,
        description:
          'What would be otherwise; what stays as it is, is left out. from or to is absent where there is nothing on that side.',
        required: ['checks', 'guardrails', 'rights'],
        properties: {
          level: {
            type: 'object',
            additionalProperties: false,
            properties: {
              from: {
                $ref: '#/components/schemas/Level',
              },
              to: {
                $ref: '#/components/schemas/Level',
              },
            },
          },
          guardrailStatus: {
            type: 'object',
            additionalProperties: false,
            properties: {
              from: {
                $ref: '#/components/schemas/GuardrailStatus',
              },
              to: {
                $ref: '#/components/schemas/GuardrailStatus',
              },
            },
          },
          readiness: {
            $ref: '#/components/schemas/ShiftedFigure',
          },
          accountability: {
            $ref: '#/components/schemas/ShiftedFigure',
          },
          checks: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id'],
              properties: {
                id: {
                  type: 'string',
                },
                from: {
                  $ref: '#/components/schemas/CheckState',
                },
                to: {
                  $ref: '#/components/schemas/CheckState',
                },
              },
            },
          },
          guardrails: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id'],
              properties: {
                id: {
                  type: 'string',
                },
                from: {
                  $ref: '#/components/schemas/OneGuardrailStatus',
                },
                to: {
                  $ref: '#/components/schemas/OneGuardrailStatus',
                },
              },
            },
          },
          rights: {
            type: 'array',
            description: 'The effective ones',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['area'],
              properties: {
                area: {
                  type: 'string',
                },
                from: {
                  $ref: '#/components/schemas/Right',
                },
                to: {
                  $ref: '#/components/schemas/Right',
                },
              },
            },
          },
        },
      },
      ShiftedFigure: {
        type: 'object',
        additionalProperties: false,
        properties: {
          from: {
            type: 'number',
          },
          to: {
            type: 'number',
          },
        },
      },
      MovesPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['entityRef'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                ownerRef: {
                  type: 'string',
                },
                systemRef: {
                  type: 'string',
                },
                domainRef: {
                  type: 'string',
                },
                atOnce: {
                  $ref: '#/components/schemas/SimulatedDifference',
                },
                settled: {
                  $ref: '#/components/schemas/SimulatedDifference',
                },
              },
            },
          },
          totalItems: {
            type: 'integer',
            description:
              'Absent where it cannot be told without reading them all',
          },
          pageInfo: {
            type: 'object',
            additionalProperties: false,
            properties: {
              nextCursor: {
                type: 'string',
              },
            },
          },
        },
      },
      MoveGroups: {
        type: 'object',
        additionalProperties: false,
        required: ['isWithheld', 'groups'],
        properties: {
          isWithheld: {
            type: 'boolean',
            description:
              'Only the catalog can tell what the caller may read, so nothing is counted',
          },
          groups: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['atOnce', 'settled'],
              properties: {
                ref: {
                  type: 'string',
                  description: 'Absent for the entities that have none',
                },
                title: {
                  type: 'string',
                },
                atOnce: {
                  $ref: '#/components/schemas/MoveCounts',
                },
                settled: {
                  $ref: '#/components/schemas/MoveCounts',
                },
              },
            },
          },
        },
      },
      PolicyTrial: {
        type: 'object',
        additionalProperties: false,
        required: ['issues', 'checks'],
        properties: {
          issues: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyDocumentIssue',
            },
          },
          checks: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CheckResult',
            },
          },
          difference: {
            type: 'object',
            additionalProperties: false,
            properties: {
              atOnce: {
                $ref: '#/components/schemas/SimulatedDifference',
              },
              settled: {
                $ref: '#/components/schemas/SimulatedDifference',
              },
            },
          },
        },
      },
      PolicyApplicability: {
        type: 'object',
        additionalProperties: false,
        required: ['issues', 'inScope', 'selected', 'checks', 'examples'],
        properties: {
          issues: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PolicyDocumentIssue',
            },
          },
          inScope: {
            type: 'integer',
          },
          selected: {
            type: 'integer',
          },
          checks: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'applies'],
              properties: {
                id: {
                  type: 'string',
                },
                applies: {
                  type: 'integer',
                },
              },
            },
          },
          examples: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      CheckResult: {
        type: 'object',
        required: [
          'id',
          'title',
          'scorecard',
          'role',
          'state',
          'passAt',
          'weight',
          'stale',
          'linked',
          'reads',
        ],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          scorecard: {
            type: 'string',
          },
          role: {
            type: 'string',
            enum: ['readiness', 'guardrails', 'levels', 'accountability'],
          },
          section: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: [
              'pass',
              'fail',
              'unknown',
              'exempt',
              'announced',
              'not-applicable',
            ],
          },
          score: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          passAt: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          weight: {
            type: 'number',
          },
          stale: {
            type: 'boolean',
          },
          linked: {
            type: 'boolean',
          },
          unknownReason: {
            type: 'string',
            enum: [
              'fact-missing',
              'fact-expired',
              'wrong-type',
              'not-covered',
              'attestation-expired',
              'applicability-unknown',
            ],
          },
          underlying: {
            type: 'string',
            description: 'What it is beneath its exemption',
            enum: ['fail', 'unknown'],
          },
          exemption: {
            type: 'object',
            required: ['id', 'reason', 'expiresAt'],
            properties: {
              id: {
                type: 'string',
              },
              reason: {
                type: 'string',
              },
              expiresAt: {
                type: 'integer',
              },
            },
          },
          attestation: {
            type: 'object',
            required: ['id', 'answer', 'attestedAt', 'expiresAt'],
            properties: {
              id: {
                type: 'string',
              },
              answer: {
                type: 'string',
                enum: ['yes', 'no'],
              },
              attestedAt: {
                type: 'integer',
              },
              expiresAt: {
                type: 'integer',
              },
              evidenceUrl: {
                type: 'string',
              },
            },
          },
          points: {
            type: 'number',
            description: 'What it adds to the figure of its role',
          },
          lost: {
            type: 'number',
            description: 'What that figure lacks by it',
          },
          overlay: {
            type: 'string',
            description: 'The governance domain that added it',
          },
          reads: {
            type: 'array',
            description: 'The facts that the check read',
            items: {
              type: 'object',
              required: ['path', 'state'],
              properties: {
                path: {
                  type: 'string',
                },
                value: {},
                state: {
                  type: 'string',
                  enum: ['fresh', 'stale', 'expired', 'missing'],
                },
                collectedAt: {
                  type: 'integer',
                },
                bounds: {
                  type: 'array',
                  description: 'What the fact had to meet',
                  items: {
                    type: 'object',
                    required: ['operator'],
                    properties: {
                      operator: {
                        type: 'string',
                      },
                      value: {},
                      fact: {
                        type: 'string',
                      },
                      size: {
                        type: 'boolean',
                      },
                      alternative: {
                        type: 'boolean',
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      LevelResult: {
        type: 'object',
        required: ['level', 'title', 'takenAt', 'eligible', 'ladder'],
        properties: {
          level: {
            $ref: '#/components/schemas/Level',
          },
          title: {
            type: 'string',
          },
          takenAt: {
            type: 'integer',
          },
          eligible: {
            description: 'The level whose requirements are met now',
            allOf: [
              {
                $ref: '#/components/schemas/Level',
              },
            ],
          },
          atRisk: {
            type: 'object',
            description:
              'The level is not held, or has only just been held again',
            required: ['since'],
            properties: {
              since: {
                type: 'integer',
              },
              fallsAt: {
                type: 'integer',
              },
              fallsTo: {
                $ref: '#/components/schemas/Level',
              },
              recoversAt: {
                type: 'integer',
              },
            },
          },
          ladder: {
            type: 'array',
            items: {
              type: 'object',
              required: ['level', 'title', 'met', 'requirements'],
              properties: {
                level: {
                  $ref: '#/components/schemas/Level',
                },
                title: {
                  type: 'string',
                },
                met: {
                  type: 'boolean',
                },
                sustainedFor: {
                  type: 'integer',
                  description: 'milliseconds',
                },
                promotion: {
                  type: 'string',
                  enum: ['auto', 'board'],
                },
                heldSince: {
                  type: 'integer',
                },
                sustainedAt: {
                  type: 'integer',
                },
                proposal: {
                  type: 'object',
                  required: ['level', 'openedAt', 'state'],
                  properties: {
                    level: {
                      $ref: '#/components/schemas/Level',
                    },
                    openedAt: {
                      type: 'integer',
                    },
                    state: {
                      type: 'string',
                      enum: ['open', 'rejected'],
                    },
                    rejectedAt: {
                      type: 'integer',
                    },
                  },
                },
                requirements: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['kind', 'met'],
                    properties: {
                      kind: {
                        type: 'string',
                        enum: [
                          'check',
                          'readiness',
                          'accountability',
                          'trust',
                          'guardrail',
                        ],
                      },
                      met: {
                        type: 'boolean',
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      GuardrailsResult: {
        type: 'object',
        required: ['status', 'counts', 'guardrails'],
        properties: {
          status: {
            $ref: '#/components/schemas/GuardrailStatus',
          },
          counts: {
            type: 'object',
            additionalProperties: {
              type: 'integer',
            },
          },
          guardrails: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'check',
                'status',
                'areas',
                'consequence',
                'effect',
                'mandatory',
                'grace',
              ],
              properties: {
                check: {
                  $ref: '#/components/schemas/CheckResult',
                },
                status: {
                  $ref: '#/components/schemas/GuardrailStatus',
                },
                areas: {
                  type: 'array',
                  items: {
                    type: 'string',
                  },
                },
                consequence: {
                  $ref: '#/components/schemas/Consequence',
                },
                effect: {
                  type: 'string',
                  enum: ['inform', 'narrow', 'stop'],
                },
                cap: {
                  $ref: '#/components/schemas/Right',
                },
                mandatory: {
                  type: 'boolean',
                },
                grace: {
                  type: 'integer',
                  description: 'milliseconds',
                },
                notPassingSince: {
                  type: 'integer',
                },
                breachesAt: {
                  type: 'integer',
                },
                recoversAt: {
                  type: 'integer',
                },
              },
            },
          },
          announced: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CheckResult',
            },
          },
        },
      },
      ReadinessResult: {
        type: 'object',
        required: ['gaps', 'applicable', 'checks'],
        properties: {
          score: {
            type: 'number',
            minimum: 0,
            maximum: 100,
          },
          scoreWithExemptions: {
            type: 'number',
            minimum: 0,
            maximum: 100,
          },
          band: {
            $ref: '#/components/schemas/ReadinessBand',
          },
          gaps: {
            type: 'integer',
          },
          applicable: {
            type: 'integer',
          },
          checks: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CheckResult',
            },
          },
        },
      },
      ReadinessBand: {
        type: 'string',
        enum: ['ready', 'minor-gaps', 'focus', 'not-ready'],
      },
      AccountabilityResult: {
        type: 'object',
        required: ['score', 'uncapped', 'ceiling', 'requiredMissing', 'items'],
        properties: {
          score: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          uncapped: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          ceiling: {
            type: 'number',
            description: 'What a missing required item takes away',
            maximum: 0,
          },
          requiredMissing: {
            type: 'boolean',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['check', 'required'],
              properties: {
                check: {
                  $ref: '#/components/schemas/CheckResult',
                },
                required: {
                  type: 'boolean',
                },
              },
            },
          },
        },
      },
      TrustResult: {
        type: 'object',
        required: ['area', 'value', 'need', 'asOf', 'covered', 'lines'],
        properties: {
          area: {
            type: 'string',
          },
          value: {
            type: 'number',
            minimum: 0,
            maximum: 1,
          },
          need: {
            type: 'number',
          },
          asOf: {
            type: 'integer',
          },
          covered: {
            type: 'boolean',
          },
          lines: {
            type: 'array',
            description: 'They add up to the value.',
            items: {
              type: 'object',
              required: ['kind', 'amount'],
              properties: {
                kind: {
                  type: 'string',
                  enum: [
                    'start',
                    'reliable-time',
                    'incident',
                    'same-day-limit',
                    'bypass',
                    'bound',
                  ],
                },
                amount: {
                  type: 'number',
                },
              },
            },
          },
        },
      },
      RightResult: {
        type: 'object',
        required: [
          'area',
          'title',
          'consequence',
          'ownedBy',
          'recommended',
          'effective',
          'caps',
        ],
        properties: {
          area: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          consequence: {
            $ref: '#/components/schemas/Consequence',
          },
          ownedBy: {
            type: 'string',
            enum: ['domain', 'central'],
          },
          recommended: {
            $ref: '#/components/schemas/Right',
          },
          effective: {
            $ref: '#/components/schemas/Right',
          },
          caps: {
            type: 'array',
            items: {
              type: 'object',
              required: ['kind', 'right', 'hard'],
              properties: {
                kind: {
                  type: 'string',
                  enum: [
                    'level',
                    'trust',
                    'accountability',
                    'guardrail',
                    'plan',
                    'bypass',
                  ],
                },
                right: {
                  $ref: '#/components/schemas/Right',
                },
                hard: {
                  type: 'boolean',
                  description: 'No grant exceeds it',
                },
                ref: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                actual: {
                  type: 'number',
                },
                need: {
                  type: 'number',
                },
                nextAt: {
                  type: 'number',
                },
              },
            },
          },
          grant: {
            type: 'object',
            required: ['id', 'right', 'reason', 'expiresAt'],
            properties: {
              id: {
                type: 'string',
              },
              right: {
                $ref: '#/components/schemas/Right',
              },
              reason: {
                type: 'string',
              },
              expiresAt: {
                type: 'integer',
              },
              trial: {
                type: 'boolean',
              },
              failed: {
                type: 'boolean',
              },
            },
          },
          mismatch: {
            type: 'object',
            description:
              'What the team decides today against what is recommended',
            required: ['actual', 'source', 'difference'],
            properties: {
              actual: {
                $ref: '#/components/schemas/Right',
              },
              source: {
                type: 'string',
                enum: ['grant', 'agreed', 'claimed'],
              },
              difference: {
                type: 'integer',
              },
              priority: {
                type: 'number',
              },
            },
          },
        },
      },
      PlanResult: {
        type: 'object',
        required: [
          'id',
          'title',
          'approach',
          'areas',
          'state',
          'startsAt',
          'endsAt',
          'criteria',
        ],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          approach: {
            type: 'string',
            enum: [
              'full-restriction',
              'targeted-guardrails',
              'collaborative-reset',
            ],
          },
          areas: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          cap: {
            $ref: '#/components/schemas/Right',
          },
          state: {
            type: 'string',
            enum: [
              'draft',
              'planned',
              'active',
              'completed',
              'lifted',
              'lapsed',
            ],
          },
          startsAt: {
            type: 'integer',
          },
          endsAt: {
            type: 'integer',
          },
          criteria: {
            type: 'array',
            items: {
              type: 'object',
              required: ['checkId', 'met'],
              properties: {
                checkId: {
                  type: 'string',
                },
                met: {
                  type: 'boolean',
                },
              },
            },
          },
        },
      },
      EvidenceState: {
        type: 'object',
        required: ['sources', 'collectors'],
        properties: {
          sources: {
            type: 'array',
            items: {
              type: 'object',
              required: ['source', 'from', 'lastHeardAt', 'state'],
              properties: {
                source: {
                  type: 'string',
                },
                from: {
                  type: 'integer',
                },
                to: {
                  type: 'integer',
                },
                lastHeardAt: {
                  type: 'integer',
                },
                state: {
                  type: 'string',
                  enum: ['heard', 'silent'],
                },
              },
            },
          },
          collectors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['collector', 'collectedAt', 'ttl', 'state'],
              properties: {
                collector: {
                  type: 'string',
                },
                collectedAt: {
                  type: 'integer',
                },
                ttl: {
                  type: 'integer',
                  description: 'milliseconds',
                },
                state: {
                  type: 'string',
                  enum: ['fresh', 'stale', 'expired'],
                },
              },
            },
          },
        },
      },
      PlanLimits: {
        type: 'object',
        additionalProperties: false,
        required: ['duration', 'maxDuration'],
        properties: {
          cap: {
            type: 'integer',
            minimum: 1,
            maximum: 5,
            description: 'The right that remains',
          },
          duration: {
            type: 'integer',
            description: 'milliseconds; of a draft',
          },
          maxDuration: {
            type: 'integer',
            description: 'milliseconds',
          },
        },
      },
      PolicySummary: {
        type: 'object',
        required: [
          'version',
          'levels',
          'areas',
          'rightNames',
          'exemptions',
          'grants',
          'repair',
          'trust',
        ],
        properties: {
          version: {
            type: 'string',
          },
          levels: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/LevelPolicy',
            },
          },
          areas: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AreaPolicy',
            },
          },
          rightNames: {
            type: 'array',
            description: 'The words of the rights 1..5, in order',
            items: {
              type: 'string',
            },
          },
          exemptions: {
            type: 'object',
            additionalProperties: false,
            required: ['maxDuration'],
            properties: {
              maxDuration: {
                type: 'integer',
                description:
                  'milliseconds; the overlay of a domain may shorten it',
              },
            },
          },
          grants: {
            type: 'object',
            additionalProperties: false,
            required: ['maxDuration'],
            properties: {
              maxDuration: {
                type: 'integer',
                description:
                  'milliseconds; the overlay of a domain may shorten it',
              },
            },
          },
          repair: {
            type: 'object',
            additionalProperties: false,
            required: ['plans'],
            properties: {
              plans: {
                type: 'object',
                additionalProperties: false,
                description: 'What a plan of each approach may be',
                required: [
                  'full-restriction',
                  'targeted-guardrails',
                  'collaborative-reset',
                ],
                properties: {
                  'full-restriction': {
                    $ref: '#/components/schemas/PlanLimits',
                  },
                  'targeted-guardrails': {
                    $ref: '#/components/schemas/PlanLimits',
                  },
                  'collaborative-reset': {
                    $ref: '#/components/schemas/PlanLimits',
                  },
                },
              },
            },
          },
          trust: {
            type: 'object',
            additionalProperties: false,
            required: ['learning', 'window'],
            properties: {
              window: {
                type: 'integer',
                description:
                  'milliseconds for which a record counts; a grant below the recommended right holds no longer',
              },
              learning: {
                type: 'object',
                additionalProperties: false,
                description:
                  'What is left of a loss after learning from it; the overlay of a domain may leave more',
                required: [
                  'reviewed',
                  'actionsClosed',
                  'planHeld',
                  'planHeldAfter',
                  'lowReviewed',
                  'lowReviewedWithin',
                ],
                properties: {
                  reviewed: {
                    type: 'number',
                  },
                  actionsClosed: {
                    type: 'number',
                  },
                  planHeld: {
                    type: 'number',
                  },
                  planHeldAfter: {
                    type: 'integer',
                    description: 'milliseconds',
                  },
                  lowReviewed: {
                    type: 'number',
                  },
                  lowReviewedWithin: {
                    type: 'integer',
                    description: 'milliseconds',
                  },
                },
              },
            },
          },
        },
      },
      ScorecardRole: {
        type: 'string',
        enum: ['readiness', 'guardrails', 'levels', 'accountability'],
      },
      KnownFacts: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['path', 'type', 'isDeclared'],
              properties: {
                path: {
                  type: 'string',
                  description: 'collector.path',
                },
                type: {
                  type: 'string',
                  enum: [
                    'boolean',
                    'number',
                    'text',
                    'instant',
                    'numbers',
                    'texts',
                    'any',
                  ],
                },
                isDeclared: {
                  type: 'boolean',
                },
                entities: {
                  type: 'integer',
                  description:
                    'Of how many entities it is known, estimated where there are more than 500. Absent for facts that the engine derives.',
                },
                example: {
                  type: 'string',
                  description: 'JSON',
                },
              },
            },
          },
        },
      },
      CheckInsights: {
        type: 'object',
        additionalProperties: false,
        required: ['isWithheld', 'entities', 'items'],
        properties: {
          isWithheld: {
            type: 'boolean',
          },
          entities: {
            type: 'integer',
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CheckInsight',
            },
          },
        },
      },
      CheckInsight: {
        type: 'object',
        additionalProperties: false,
        description:
          'Shares are 0 to 1; absent where there is nothing to share',
        required: [
          'id',
          'title',
          'role',
          'scorecard',
          'applies',
          'pass',
          'fail',
          'unknown',
          'exempt',
          'announced',
          'nobodyFails',
          'trend',
          'exemptions',
        ],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          role: {
            $ref: '#/components/schemas/ScorecardRole',
          },
          scorecard: {
            type: 'string',
          },
          domain: {
            type: 'string',
            description: 'Whose overlay adds it',
          },
          applies: {
            type: 'integer',
          },
          pass: {
            type: 'integer',
          },
          fail: {
            type: 'integer',
          },
          unknown: {
            type: 'integer',
          },
          exempt: {
            type: 'integer',
          },
          announced: {
            type: 'integer',
            description: 'Not part of applies',
          },
          passRate: {
            type: 'number',
          },
          unknownShare: {
            type: 'number',
          },
          coverage: {
            type: 'number',
            description: 'applies of all entities',
          },
          nobodyFails: {
            type: 'boolean',
            description:
              'It applied to something on at least 30 of the last 90 days, and nobody failed it or needed an exemption',
          },
          trend: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['day', 'passRate'],
              properties: {
                day: {
                  type: 'string',
                  description: 'YYYY-MM-DD, UTC',
                },
                passRate: {
                  type: 'number',
                },
              },
            },
          },
          exemptions: {
            type: 'object',
            additionalProperties: false,
            required: ['inForce', 'requested'],
            properties: {
              inForce: {
                type: 'integer',
              },
              requested: {
                type: 'integer',
              },
            },
          },
        },
      },
      LevelPolicy: {
        type: 'object',
        additionalProperties: false,
        required: ['level', 'title'],
        properties: {
          level: {
            $ref: '#/components/schemas/Level',
          },
          title: {
            type: 'string',
          },
          minReadiness: {
            type: 'number',
          },
          minAccountability: {
            type: 'number',
          },
          minTrust: {
            type: 'object',
            additionalProperties: false,
            required: ['value', 'consequences'],
            properties: {
              value: {
                type: 'number',
              },
              consequences: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Consequence',
                },
              },
            },
          },
          sustainedFor: {
            type: 'integer',
            description: 'milliseconds',
          },
          promotion: {
            type: 'string',
            enum: ['auto', 'board'],
          },
        },
      },
      AreaPolicy: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'consequence', 'ownedBy'],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          consequence: {
            $ref: '#/components/schemas/Consequence',
          },
          ownedBy: {
            type: 'string',
            enum: ['domain', 'central'],
          },
        },
      },
      Consequence: {
        type: 'string',
        enum: ['low', 'medium', 'high', 'critical'],
      },
      FactBatch: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not a FactItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/FactItem',
                },
                {},
              ],
            },
          },
        },
      },
      IncidentBatch: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not an IncidentItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/IncidentItem',
                },
                {},
              ],
            },
          },
        },
      },
      DeploymentBatch: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not a DeploymentItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/DeploymentItem',
                },
                {},
              ],
            },
          },
        },
      },
      CoverageBatch: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not a CoverageItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/CoverageItem',
                },
                {},
              ],
            },
          },
        },
      },
      BackfillBatch: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          facts: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not a FactItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/FactItem',
                },
                {},
              ],
            },
          },
          incidents: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not an IncidentItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/IncidentItem',
                },
                {},
              ],
            },
          },
          deployments: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            description:
              'An item that is not a DeploymentItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/DeploymentItem',
                },
                {},
              ],
            },
          },
        },
      },
      FactItem: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'collector', 'facts', 'collectedAt'],
        properties: {
          entityRef: {
            type: 'string',
          },
          collector: {
            type: 'string',
            pattern: '^[a-z][A-Za-z0-9]{0,62}$',
          },
          facts: {
            type: 'object',
            description: 'At most 8 levels deep and 32 KiB of JSON',
            additionalProperties: true,
          },
          collectedAt: {
            type: 'string',
            format: 'date-time',
          },
          ttl: {
            type: 'string',
            description: "ISO 8601 duration, the policy's default unless told",
          },
        },
      },
      Incident: {
        type: 'object',
        description: 'An incident as it counts; instants are UTC milliseconds',
        additionalProperties: false,
        required: [
          'id',
          'source',
          'entityRef',
          'title',
          'severity',
          'areas',
          'startedAt',
          'recordedAt',
          'class',
          'irreversible',
          'disputed',
          'proposals',
        ],
        properties: {
          id: {
            type: 'string',
          },
          source: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          areas: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          startedAt: {
            type: 'integer',
          },
          resolvedAt: {
            type: 'integer',
          },
          reopenedAt: {
            type: 'integer',
            description: 'Open again after it was resolved',
          },
          recordedAt: {
            type: 'integer',
          },
          updatedAt: {
            type: 'integer',
          },
          url: {
            type: 'string',
          },
          causedBy: {
            type: 'string',
            description:
              'Accepted; an entity ref, or external. Absent means entityRef',
          },
          affected: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          mergedInto: {
            type: 'string',
            description: 'Id of an incident of the same source',
          },
          class: {
            $ref: '#/components/schemas/IncidentClass',
          },
          classifiedAt: {
            type: 'integer',
          },
          irreversible: {
            type: 'boolean',
          },
          review: {
            type: 'object',
            additionalProperties: false,
            required: ['completedAt', 'actions'],
            properties: {
              completedAt: {
                type: 'integer',
              },
              actions: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['title'],
                  properties: {
                    title: {
                      type: 'string',
                    },
                    closedAt: {
                      type: 'integer',
                    },
                  },
                },
              },
              noActionNeeded: {
                type: 'boolean',
              },
            },
          },
          consequences: {
            type: 'object',
            description: 'Of each area, when it was first reported',
            additionalProperties: {
              $ref: '#/components/schemas/Consequence',
            },
          },
          disputed: {
            type: 'boolean',
            description: 'Somebody who is no source asks for a change',
          },
          proposals: {
            type: 'array',
            description: 'What waits for a decision, the oldest first',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'field', 'value', 'proposedBy', 'proposedAt'],
              properties: {
                id: {
                  type: 'string',
                },
                field: {
                  type: 'string',
                  enum: [
                    'severity',
                    'causedBy',
                    'class',
                    'areas',
                    'startedAt',
                    'resolvedAt',
                  ],
                },
                value: {
                  type: 'string',
                  description:
                    'Areas with commas between, an instant in ISO 8601, else as in the incident',
                },
                reason: {
                  type: 'string',
                },
                proposedBy: {
                  type: 'string',
                  description: 'User ref, or source: and its name',
                },
                proposedAt: {
                  type: 'integer',
                },
                proposalId: {
                  type: 'string',
                  description:
                    'The open proposal by which the board decides about it',
                },
              },
            },
          },
        },
      },
      IncidentsPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Incident',
            },
          },
          pageInfo: {
            type: 'object',
            additionalProperties: false,
            properties: {
              nextCursor: {
                type: 'string',
              },
            },
          },
        },
      },
      IncidentPatch: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          causedBy: {
            type: 'string',
            description: 'An entity ref in scope, or external',
          },
          class: {
            $ref: '#/components/schemas/IncidentClass',
          },
          resolvedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When it ended, where its source does not say',
          },
          affected: {
            type: 'array',
            items: {
              type: 'string',
            },
            maxItems: 50,
          },
          irreversible: {
            type: 'boolean',
          },
          review: {
            type: 'object',
            additionalProperties: false,
            required: ['completedAt'],
            properties: {
              completedAt: {
                type: 'string',
                format: 'date-time',
              },
              actions: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['title'],
                  properties: {
                    title: {
                      type: 'string',
                      maxLength: 500,
                    },
                    closedAt: {
                      type: 'string',
                      format: 'date-time',
                    },
                  },
                },
              },
              noActionNeeded: {
                type: 'boolean',
                description: 'For a member of the board',
              },
            },
          },
          reason: {
            type: 'string',
            maxLength: 1000,
          },
        },
      },
      ProposalVerdict: {
        type: 'object',
        additionalProperties: false,
        required: ['decision'],
        properties: {
          decision: {
            type: 'string',
            enum: ['accepted', 'declined'],
          },
          reason: {
            type: 'string',
            maxLength: 1000,
          },
        },
      },
      Severity: {
        type: 'string',
        enum: ['low', 'medium', 'high', 'critical'],
      },
      IncidentClass: {
        type: 'string',
        enum: ['none', 'legal', 'ethical', 'bypass'],
      },
      IncidentItem: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'source',
          'entityRef',
          'title',
          'severity',
          'startedAt',
        ],
        properties: {
          id: {
            type: 'string',
            maxLength: 200,
          },
          source: {
            type: 'string',
            maxLength: 100,
          },
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
            maxLength: 500,
          },
          severity: {
            type: 'string',
            enum: ['low', 'medium', 'high', 'critical'],
          },
          areas: {
            type: 'array',
            description: 'Decision areas of the policy; none means operations',
            items: {
              type: 'string',
            },
          },
          startedAt: {
            type: 'string',
            format: 'date-time',
          },
          resolvedAt: {
            type: 'string',
            format: 'date-time',
          },
          url: {
            type: 'string',
            description: 'http or https',
          },
          irreversible: {
            type: 'boolean',
          },
          review: {
            type: 'object',
            additionalProperties: false,
            required: ['completedAt'],
            properties: {
              completedAt: {
                type: 'string',
                format: 'date-time',
              },
              actions: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['title'],
                  properties: {
                    title: {
                      type: 'string',
                      maxLength: 500,
                    },
                    closedAt: {
                      type: 'string',
                      format: 'date-time',
                    },
                  },
                },
              },
            },
          },
          causedBy: {
            type: 'string',
            description:
              'An entity ref, or external; takes effect when it is accepted',
          },
          affected: {
            type: 'array',
            description: 'Entities that felt it; it debits none of them',
            items: {
              type: 'string',
            },
            maxItems: 50,
          },
          mergedInto: {
            type: 'string',
            maxLength: 200,
            description:
              'Id of the incident of the same source that it is part of',
          },
          occurredAt: {
            type: 'string',
            format: 'date-time',
            description:
              'Since when this is so; the newest state counts. The time of arrival unless told',
          },
        },
      },
      DeploymentItem: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'source', 'entityRef', 'status', 'finishedAt'],
        properties: {
          id: {
            type: 'string',
            maxLength: 200,
          },
          source: {
            type: 'string',
            maxLength: 100,
          },
          entityRef: {
            type: 'string',
          },
          status: {
            type: 'string',
            enum: ['succeeded', 'failed', 'rolled-back'],
          },
          area: {
            type: 'string',
            description: 'Decision area of the change; deployment unless told',
          },
          finishedAt: {
            type: 'string',
            format: 'date-time',
          },
          committedAt: {
            type: 'string',
            format: 'date-time',
          },
          reviewedAt: {
            type: 'string',
            format: 'date-time',
          },
          reviewUrl: {
            type: 'string',
            description: 'Where the review was written down; http or https',
          },
          incidentId: {
            type: 'string',
            maxLength: 200,
          },
          version: {
            type: 'string',
            maxLength: 200,
          },
          url: {
            type: 'string',
            description: 'http or https',
          },
        },
      },
      DeploymentReviewItem: {
        type: 'object',
        additionalProperties: false,
        properties: {
          completedAt: {
            type: 'string',
            description: 'ISO 8601 with zone; now unless told',
          },
          url: {
            type: 'string',
            description: 'Where the review was written down; http or https',
          },
        },
      },
      Deployment: {
        type: 'object',
        description: 'Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'id',
          'source',
          'entityRef',
          'status',
          'area',
          'finishedAt',
          'recordedAt',
          'reviewState',
        ],
        properties: {
          id: {
            type: 'string',
          },
          source: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          status: {
            type: 'string',
            enum: ['succeeded', 'failed', 'rolled-back'],
          },
          area: {
            type: 'string',
          },
          finishedAt: {
            type: 'integer',
          },
          recordedAt: {
            type: 'integer',
          },
          committedAt: {
            type: 'integer',
          },
          reviewedAt: {
            type: 'integer',
          },
          reviewUrl: {
            type: 'string',
          },
          reviewState: {
            type: 'string',
            enum: ['none-owed', 'due', 'overdue', 'done'],
          },
          reviewDueAt: {
            type: 'integer',
            description:
              'Absent where what is at stake in the area asks for no review',
          },
          incidentId: {
            type: 'string',
          },
          version: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
        },
      },
      DeploymentsPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Deployment',
            },
          },
          pageInfo: {
            type: 'object',
            additionalProperties: false,
            properties: {
              nextCursor: {
                type: 'string',
              },
            },
          },
        },
      },
      AttestationBatch: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 50,
            description:
              'An item that is not an AttestationItem is rejected by itself.',
            items: {
              anyOf: [
                {
                  $ref: '#/components/schemas/AttestationItem',
                },
                {},
              ],
            },
          },
        },
      },
      AttestationItem: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'checkId', 'answer', 'expiresAt'],
        properties: {
          entityRef: {
            type: 'string',
          },
          checkId: {
            type: 'string',
            maxLength: 200,
          },
          answer: {
            type: 'string',
            enum: ['yes', 'no'],
          },
          evidenceUrl: {
            type: 'string',
            description: 'http or https; required where the answer is yes',
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
            description: 'In the future, at most P365D ahead',
          },
          note: {
            type: 'string',
            maxLength: 500,
          },
        },
      },
      Attestation: {
        type: 'object',
        description: 'Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'checkId',
          'answer',
          'attestedBy',
          'ownerRef',
          'recordedAt',
          'expiresAt',
          'state',
        ],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          checkId: {
            type: 'string',
          },
          answer: {
            type: 'string',
            enum: ['yes', 'no'],
          },
          evidenceUrl: {
            type: 'string',
          },
          note: {
            type: 'string',
          },
          attestedBy: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
            description: 'The owner of the entity at the time',
          },
          recordedAt: {
            type: 'integer',
          },
          expiresAt: {
            type: 'integer',
          },
          withdrawnAt: {
            type: 'integer',
          },
          state: {
            type: 'string',
            description: 'Only an answer in force counts',
            enum: ['in-force', 'expired', 'withdrawn', 'replaced'],
          },
        },
      },
      ExemptionState: {
        type: 'string',
        description: 'Only one in force has an effect',
        enum: [
          'requested',
          'withdrawn',
          'denied',
          'planned',
          'in-force',
          'expired',
          'revoked',
        ],
      },
      ExemptionRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'checkId', 'reason', 'expiresAt'],
        properties: {
          entityRef: {
            type: 'string',
            maxLength: 300,
          },
          checkId: {
            type: 'string',
            maxLength: 200,
          },
          reason: {
            type: 'string',
            maxLength: 2000,
            description: '10 to 1000 characters; breaks become blanks',
          },
          expiresAt: {
            type: 'string',
            description:
              'ISO 8601 with zone; in the future, at most exemptions.maxDuration of the policy ahead',
          },
        },
      },
      Exemption: {
        type: 'object',
        description:
          'An exception to a check for a time, from its request on. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'checkId',
          'reason',
          'state',
          'requestedAt',
          'expiresAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          checkId: {
            type: 'string',
          },
          reason: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/ExemptionState',
          },
          requestedBy: {
            type: 'string',
            description: 'User ref; absent where nobody requested it',
          },
          requestedAt: {
            type: 'integer',
          },
          from: {
            type: 'integer',
            description: 'When it begins; absent before it is approved',
          },
          expiresAt: {
            type: 'integer',
            description: 'Until when it is asked for, or approved',
          },
          decidedBy: {
            type: 'string',
          },
          decidedAt: {
            type: 'integer',
            description: 'When it was approved, denied or withdrawn',
          },
          decisionReason: {
            type: 'string',
          },
          revokedAt: {
            type: 'integer',
          },
          revokedBy: {
            type: 'string',
          },
          revokedReason: {
            type: 'string',
          },
          proposalId: {
            type: 'string',
            description:
              'What the board decides or decided on; absent for one that nobody requested here',
          },
          renewalOf: {
            type: 'string',
            description: 'The exemption that it follows',
          },
        },
      },
      ExemptionsPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Exemption',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      NewObjective: {
        type: 'object',
        additionalProperties: false,
        required: ['statement', 'measures', 'ownerRef', 'reviewAt'],
        properties: {
          statement: {
            type: 'string',
            maxLength: 1000,
            description: '10 to 500 characters; breaks become blanks',
          },
          measures: {
            type: 'array',
            minItems: 1,
            maxItems: 10,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['title', 'target'],
              properties: {
                title: {
                  type: 'string',
                  maxLength: 200,
                },
                target: {
                  type: 'string',
                  maxLength: 100,
                },
                current: {
                  type: 'string',
                  maxLength: 100,
                },
                measuredAt: {
                  type: 'string',
                  description: 'ISO 8601 with zone',
                },
              },
            },
          },
          ownerRef: {
            type: 'string',
            maxLength: 300,
            description: 'Ref of a group',
          },
          reviewAt: {
            type: 'string',
            description: 'ISO 8601 with zone; in the future',
          },
        },
      },
      Objective: {
        type: 'object',
        description:
          'The north star of a governance domain. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'domainRef',
          'statement',
          'measures',
          'ownerRef',
          'reviewAt',
          'updatedAt',
          'updatedBy',
        ],
        properties: {
          domainRef: {
            type: 'string',
          },
          statement: {
            type: 'string',
          },
          measures: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['title', 'target'],
              properties: {
                title: {
                  type: 'string',
                },
                target: {
                  type: 'string',
                },
                current: {
                  type: 'string',
                },
                measuredAt: {
                  type: 'integer',
                },
              },
            },
          },
          ownerRef: {
            type: 'string',
          },
          reviewAt: {
            type: 'integer',
          },
          updatedAt: {
            type: 'integer',
          },
          updatedBy: {
            type: 'string',
          },
        },
      },
      NeedKind: {
        type: 'string',
        enum: [
          'guardrail-breached',
          'guardrail-at-risk',
          'level-at-risk',
          'exemption-expiring',
          'attestation-expiring',
          'incident-review',
          'deployment-review',
          'next-level',
          'plan-unsigned',
          'audit-unrated',
          'promotion-undecided',
          'exemption-undecided',
          'incident-undecided',
          'proposal-undecided',
          'audit-undecided',
        ],
      },
      Needs: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'counts', 'owned', 'boards'],
        properties: {
          items: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['kind', 'as', 'entity'],
              properties: {
                kind: {
                  $ref: '#/components/schemas/NeedKind',
                },
                as: {
                  type: 'string',
                  enum: ['owner', 'board'],
                },
                entity: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['entityRef', 'name'],
                  properties: {
                    entityRef: {
                      type: 'string',
                    },
                    name: {
                      type: 'string',
                    },
                    title: {
                      type: 'string',
                    },
                  },
                },
                subject: {
                  type: 'string',
                  description:
                    'The check, incident, deployment, area or plan that it is about, in words',
                },
                matter: {
                  $ref: '#/components/schemas/Matter',
                },
                ref: {
                  type: 'string',
                  description: 'Id of the proposal, plan or audit',
                },
                level: {
                  $ref: '#/components/schemas/Level',
                },
                open: {
                  type: 'integer',
                  description:
                    'Requirements of the next level that are not met',
                },
                dueAt: {
                  type: 'integer',
                  description:
                    'UTC milliseconds; in the past where it is overdue',
                },
              },
            },
          },
          counts: {
            type: 'object',
            description:
              'How many there are of each kind; what there is none of is left out',
            additionalProperties: {
              type: 'integer',
            },
          },
          owned: {
            type: 'integer',
            description: 'Entities in scope that the caller owns',
          },
          boards: {
            type: 'integer',
            description:
              'Governance domains, the centre included, that the caller decides for',
          },
        },
      },
      Reason: {
        type: 'string',
        description: '10 to 1000 characters; breaks become blanks',
        maxLength: 2000,
      },
      SentInstant: {
        type: 'string',
        description: 'ISO 8601 with zone',
        maxLength: 100,
      },
      Quarter: {
        type: 'string',
        description: 'A quarter of a UTC year, such as 2026-Q4',
        pattern: '^\\d{4}-Q[1-4]$',
      },
      Revision: {
        type: 'integer',
        minimum: 1,
        maximum: 1000000,
      },
      Matter: {
        type: 'string',
        enum: [
          'promotion',
          'placement',
          'tier-review',
          'incident',
          'bypass',
          'cross-domain',
          'exemption',
          'grant',
          'plan',
          'plan-change',
        ],
      },
      ProposalState: {
        type: 'string',
        description:
          'open until the board decides, the requester withdraws it or it lapses',
        enum: ['open', 'approved', 'rejected', 'lapsed', 'withdrawn'],
      },
      Vote: {
        type: 'string',
        enum: ['approve', 'reject'],
      },
      NewVote: {
        type: 'object',
        additionalProperties: false,
        required: ['vote', 'comment'],
        properties: {
          vote: {
            $ref: '#/components/schemas/Vote',
          },
          comment: {
            $ref: '#/components/schemas/Reason',
          },
        },
      },
      NewProposal: {
        type: 'object',
        description:
          'title and domainRefs are of cross-domain; source, incidentId and wanted of bypass',
        additionalProperties: false,
        required: ['matter', 'entityRef', 'reason'],
        properties: {
          matter: {
            type: 'string',
            enum: ['cross-domain', 'bypass'],
          },
          entityRef: {
            type: 'string',
            maxLength: 300,
          },
          reason: {
            $ref: '#/components/schemas/Reason',
          },
          title: {
            type: 'string',
            maxLength: 1000,
          },
          domainRefs: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'string',
              maxLength: 300,
            },
          },
          source: {
            type: 'string',
            maxLength: 200,
          },
          incidentId: {
            type: 'string',
            maxLength: 200,
          },
          wanted: {
            type: 'string',
            enum: ['clear', 'renew'],
          },
        },
      },
      ProposalsPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Proposal',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      Votes: {
        type: 'object',
        additionalProperties: false,
        required: ['results'],
        properties: {
          results: {
            type: 'array',
            maxItems: 100,
            items: {
              oneOf: [
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['id', 'status', 'proposal'],
                  properties: {
                    id: {
                      type: 'string',
                    },
                    status: {
                      type: 'string',
                      enum: ['accepted'],
                    },
                    proposal: {
                      $ref: '#/components/schemas/Proposal',
                    },
                  },
                },
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['id', 'status', 'error'],
                  properties: {
                    id: {
                      type: 'string',
                    },
                    status: {
                      type: 'string',
                      enum: ['refused'],
                    },
                    error: {
                      type: 'string',
                    },
                  },
                },
              ],
            },
          },
        },
      },
      Proposal: {
        type: 'object',
        description:
          'Something a board decides. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'id',
          'matter',
          'entityRef',
          'boardRef',
          'content',
          'state',
          'openedAt',
          'votes',
          'tally',
          'evidence',
          'may',
        ],
        properties: {
          id: {
            type: 'string',
          },
          matter: {
            $ref: '#/components/schemas/Matter',
          },
          entityRef: {
            type: 'string',
          },
          entityTitle: {
            type: 'string',
          },
          domainRef: {
            type: 'string',
            description:
              'The governance domain of the entity when it was opened',
          },
          boardRef: {
            type: 'string',
            description: 'The group that decides',
          },
          content: {
            $ref: '#/components/schemas/ProposalContent',
          },
          state: {
            $ref: '#/components/schemas/ProposalState',
          },
          openedAt: {
            type: 'integer',
          },
          openedBy: {
            type: 'string',
            description:
              'User ref of who asks; absent where the suite opened it',
          },
          reason: {
            type: 'string',
          },
          lapsesAt: {
            type: 'integer',
            description:
              'When it is over without a decision; absent where it waits',
          },
          decidedAt: {
            type: 'integer',
          },
          outcomeReason: {
            type: 'string',
            description: 'Why it lapsed or was withdrawn, in words',
          },
          votes: {
            type: 'array',
            description: 'The oldest first',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['voterRef', 'vote', 'comment', 'castAt'],
              properties: {
                voterRef: {
                  type: 'string',
                },
                vote: {
                  $ref: '#/components/schemas/Vote',
                },
                comment: {
                  type: 'string',
                },
                castAt: {
                  type: 'integer',
                },
              },
            },
          },
          tally: {
            type: 'object',
            additionalProperties: false,
            required: ['quorum', 'approval', 'approvals', 'rejections'],
            properties: {
              quorum: {
                type: 'integer',
                description:
                  'Votes that are needed, never more than members who may vote',
              },
              approval: {
                type: 'string',
                enum: ['majority', 'unanimous'],
              },
              approvals: {
                type: 'integer',
              },
              rejections: {
                type: 'integer',
              },
            },
          },
          appealOf: {
            type: 'string',
            description:
              'The rejected proposal that this one asks the central board about',
          },
          appealId: {
            type: 'string',
            description: 'The appeal that was made of it',
          },
          appealUntil: {
            type: 'integer',
            description:
              'Until when an appeal may be made; absent where none may',
          },
          evidence: {
            type: 'array',
            description: 'As it was when the proposal was opened',
            items: {
              $ref: '#/components/schemas/ProposalEvidence',
            },
          },
          may: {
            type: 'object',
            description: 'What the caller may do with it',
            additionalProperties: false,
            required: ['vote', 'withdraw', 'appeal'],
            properties: {
              vote: {
                type: 'boolean',
              },
              voteRefusal: {
                type: 'object',
                description: 'Why not, where the caller is on the board',
                additionalProperties: false,
                required: ['because'],
                properties: {
                  because: {
                    type: 'string',
                    enum: [
                      'voted',
                      'asked',
                      'owner',
                      'concerned',
                      'not-permitted',
                    ],
                  },
                  entityRef: {
                    type: 'string',
                    description: "What else it concerns and is the caller's",
                  },
                },
              },
              withdraw: {
                type: 'boolean',
              },
              appeal: {
                type: 'boolean',
              },
            },
          },
        },
      },
      ProposalEvidence: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'title'],
        properties: {
          kind: {
            type: 'string',
            description:
              'What it is of, such as level, readiness, trust, check, guardrail, right, incident, tier or debt',
          },
          ref: {
            type: 'string',
            description: 'Id of the check',
            'area or incident': null,
          },
          title: {
            type: 'string',
          },
          value: {
            description: 'In words or figures; 0 to 1 for shares',
            oneOf: [
              {
                type: 'string',
              },
              {
                type: 'number',
              },
              {
                type: 'boolean',
              },
            ],
          },
          bound: {
            description: 'What it is measured against',
            oneOf: [
              {
                type: 'string',
              },
              {
                type: 'number',
              },
            ],
          },
          met: {
            type: 'boolean',
          },
        },
      },
      ProposalContent: {
        description: 'What is decided',
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['matter', 'from', 'to'],
            properties: {
              matter: {
                type: 'string',
                enum: ['promotion'],
              },
              from: {
                $ref: '#/components/schemas/Level',
              },
              to: {
                $ref: '#/components/schemas/Level',
              },
            },
          },
          {
            type: 'object',
            description:
              'A move to a laxer tier, domain or owner; the stricter side counts until it is approved',
            additionalProperties: false,
            required: ['matter', 'moves', 'from', 'to'],
            properties: {
              matter: {
                type: 'string',
                enum: ['placement'],
              },
              moves: {
                type: 'array',
                items: {
                  type: 'string',
                  enum: ['tier', 'domain', 'owner'],
                },
              },
              from: {
                $ref: '#/components/schemas/PlacementSide',
              },
              to: {
                $ref: '#/components/schemas/PlacementSide',
              },
            },
          },
          {
            type: 'object',
            description: 'The declared tier differs from the computed one',
            additionalProperties: false,
            required: ['matter', 'declared', 'computed'],
            properties: {
              matter: {
                type: 'string',
                enum: ['tier-review'],
              },
              declared: {
                $ref: '#/components/schemas/Tier',
              },
              computed: {
                $ref: '#/components/schemas/Tier',
              },
            },
          },
          {
            type: 'object',
            description: 'A change of an incident that somebody asked for',
            additionalProperties: false,
            required: [
              'matter',
              'source',
              'incidentId',
              'title',
              'changeId',
              'field',
              'to',
            ],
            properties: {
              matter: {
                type: 'string',
                enum: ['incident'],
              },
              source: {
                type: 'string',
              },
              incidentId: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              changeId: {
                type: 'string',
              },
              field: {
                type: 'string',
                enum: [
                  'severity',
                  'causedBy',
                  'class',
                  'areas',
                  'startedAt',
                  'resolvedAt',
                ],
              },
              from: {
                type: 'string',
                description: 'As it counts now; absent where nothing was said',
              },
              to: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['matter', 'source', 'incidentId', 'title', 'wanted'],
            properties: {
              matter: {
                type: 'string',
                enum: ['bypass'],
              },
              source: {
                type: 'string',
              },
              incidentId: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              wanted: {
                type: 'string',
                enum: ['clear', 'renew'],
              },
            },
          },
          {
            type: 'object',
            description:
              'What concerns several governance domains; the central board decides',
            additionalProperties: false,
            required: ['matter', 'title', 'domainRefs'],
            properties: {
              matter: {
                type: 'string',
                enum: ['cross-domain'],
              },
              title: {
                type: 'string',
              },
              domainRefs: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: [
              'matter',
              'requestId',
              'checkId',
              'title',
              'expiresAt',
              'mandatory',
            ],
            properties: {
              matter: {
                type: 'string',
                enum: ['exemption'],
              },
              requestId: {
                type: 'string',
              },
              checkId: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              expiresAt: {
                type: 'integer',
              },
              mandatory: {
                type: 'boolean',
              },
              renewalOf: {
                type: 'string',
                description:
                  'The exemption that it would follow without a break',
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: [
              'matter',
              'grantId',
              'area',
              'right',
              'recommended',
              'expiresAt',
            ],
            properties: {
              matter: {
                type: 'string',
                enum: ['grant'],
              },
              grantId: {
                type: 'string',
              },
              area: {
                type: 'string',
              },
              right: {
                $ref: '#/components/schemas/Right',
              },
              recommended: {
                $ref: '#/components/schemas/Right',
              },
              expiresAt: {
                type: 'integer',
              },
              trial: {
                $ref: '#/components/schemas/Trial',
              },
              renewalOf: {
                type: 'string',
              },
            },
          },
          {
            type: 'object',
            description: "The board's signature under a recalibration plan",
            additionalProperties: false,
            required: [
              'matter',
              'planId',
              'title',
              'approach',
              'areas',
              'endsAt',
            ],
            properties: {
              matter: {
                type: 'string',
                enum: ['plan'],
              },
              planId: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              approach: {
                $ref: '#/components/schemas/PlanApproach',
              },
              areas: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              cap: {
                $ref: '#/components/schemas/Right',
              },
              endsAt: {
                type: 'integer',
              },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['matter', 'planId', 'title', 'change'],
            properties: {
              matter: {
                type: 'string',
                enum: ['plan-change'],
              },
              planId: {
                type: 'string',
              },
              title: {
                type: 'string',
              },
              change: {
                $ref: '#/components/schemas/PlanChange',
              },
              until: {
                type: 'integer',
                description: 'The later end; of extend',
              },
            },
          },
        ],
      },
      PlacementSide: {
        type: 'object',
        description: 'Where an entity stands in the organisation',
        additionalProperties: false,
        required: ['tier'],
        properties: {
          tier: {
            $ref: '#/components/schemas/Tier',
          },
          domainRef: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
          },
        },
      },
      Trial: {
        type: 'object',
        description:
          'It ends at the first incident in the area from that severity up',
        additionalProperties: false,
        required: ['failsFrom'],
        properties: {
          failsFrom: {
            $ref: '#/components/schemas/Severity',
          },
        },
      },
      GrantState: {
        type: 'string',
        description:
          'Only one in force has an effect; failed is a trial whose named failure happened',
        enum: [
          'proposed',
          'refused',
          'planned',
          'in-force',
          'failed',
          'expired',
          'revoked',
        ],
      },
      NewGrant: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'area', 'right', 'reason', 'expiresAt'],
        properties: {
          entityRef: {
            type: 'string',
            maxLength: 300,
          },
          area: {
            type: 'string',
            maxLength: 100,
          },
          right: {
            $ref: '#/components/schemas/Right',
          },
          reason: {
            $ref: '#/components/schemas/Reason',
          },
          expiresAt: {
            type: 'string',
            description:
              'ISO 8601 with zone; in the future, at most grants.maxDuration of the policy ahead',
            maxLength: 100,
          },
          trial: {
            $ref: '#/components/schemas/Trial',
          },
          auditId: {
            type: 'string',
            description: 'The audit whose disagreement it answers',
            maxLength: 100,
          },
        },
      },
      Grant: {
        type: 'object',
        description:
          "A board's explicit right in an area. Instants are UTC milliseconds.",
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'area',
          'right',
          'reason',
          'from',
          'expiresAt',
          'state',
          'boardRef',
          'openedBy',
          'openedAt',
          'proposalId',
          'recommended',
          'may',
        ],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          area: {
            type: 'string',
          },
          right: {
            $ref: '#/components/schemas/Right',
          },
          reason: {
            type: 'string',
          },
          grantedBy: {
            type: 'string',
          },
          from: {
            type: 'integer',
          },
          expiresAt: {
            type: 'integer',
            description:
              'Its end; for a grant below what is recommended the review at which it lapses unless renewed',
          },
          trial: {
            $ref: '#/components/schemas/Trial',
          },
          state: {
            $ref: '#/components/schemas/GrantState',
          },
          boardRef: {
            type: 'string',
            description: 'The group that decides about the area',
          },
          openedBy: {
            type: 'string',
          },
          openedAt: {
            type: 'integer',
          },
          proposalId: {
            type: 'string',
          },
          recommended: {
            description: 'What was recommended when it was opened',
            allOf: [
              {
                $ref: '#/components/schemas/Right',
              },
            ],
          },
          decidedAt: {
            type: 'integer',
          },
          revokedAt: {
            type: 'integer',
          },
          revokedBy: {
            type: 'string',
          },
          revokedReason: {
            type: 'string',
          },
          renewalOf: {
            type: 'string',
          },
          renewedBy: {
            type: 'string',
            description: 'The grant that renews it',
          },
          auditId: {
            type: 'string',
            description: 'The audit whose disagreement it answers',
          },
          may: {
            type: 'object',
            description: 'What the caller may do with it',
            additionalProperties: false,
            required: ['revoke', 'renew'],
            properties: {
              revoke: {
                type: 'boolean',
              },
              renew: {
                type: 'boolean',
              },
            },
          },
        },
      },
      GrantsPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Grant',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      PlanApproach: {
        type: 'string',
        enum: [
          'full-restriction',
          'targeted-guardrails',
          'collaborative-reset',
        ],
      },
      PlanState: {
        type: 'string',
        description:
          'draft until team and board have signed; lapsed ended undecided',
        enum: [
          'draft',
          'withdrawn',
          'planned',
          'active',
          'completed',
          'lifted',
          'lapsed',
        ],
      },
      PlanChange: {
        type: 'string',
        enum: ['lift', 'extend', 'complete'],
      },
      NewPlan: {
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'title',
          'reason',
          'approach',
          'areas',
          'criteria',
          'incidents',
          'startsAt',
          'endsAt',
          'reviewAt',
        ],
        properties: {
          entityRef: {
            type: 'string',
            maxLength: 300,
          },
          title: {
            type: 'string',
            maxLength: 1000,
          },
          reason: {
            $ref: '#/components/schemas/Reason',
          },
          approach: {
            $ref: '#/components/schemas/PlanApproach',
          },
          areas: {
            type: 'array',
            maxItems: 100,
            items: {
              type: 'string',
              maxLength: 100,
            },
          },
          cap: {
            description: 'The right that remains; absent means no cap',
            allOf: [
              {
                $ref: '#/components/schemas/Right',
              },
            ],
          },
          criteria: {
            type: 'array',
            description: 'Ids of checks of the entity',
            maxItems: 100,
            items: {
              type: 'string',
              maxLength: 200,
            },
          },
          supportedBy: {
            type: 'string',
            description: 'Ref of the group that helps',
            maxLength: 300,
          },
          incidents: {
            type: 'array',
            description: 'What it answers, as source/id',
            maxItems: 100,
            items: {
              type: 'string',
              maxLength: 500,
            },
          },
          startsAt: {
            $ref: '#/components/schemas/SentInstant',
          },
          endsAt: {
            $ref: '#/components/schemas/SentInstant',
          },
          reviewAt: {
            $ref: '#/components/schemas/SentInstant',
          },
          auditId: {
            type: 'string',
            maxLength: 100,
          },
        },
      },
      PlanDraftChange: {
        type: 'object',
        description: 'The whole draft; what is left out is taken away',
        additionalProperties: false,
        required: [
          'revision',
          'title',
          'reason',
          'approach',
          'areas',
          'criteria',
          'incidents',
          'startsAt',
          'endsAt',
          'reviewAt',
        ],
        properties: {
          revision: {
            $ref: '#/components/schemas/Revision',
          },
          title: {
            type: 'string',
            maxLength: 1000,
          },
          reason: {
            $ref: '#/components/schemas/Reason',
          },
          approach: {
            $ref: '#/components/schemas/PlanApproach',
          },
          areas: {
            type: 'array',
            maxItems: 100,
            items: {
              type: 'string',
              maxLength: 100,
            },
          },
          cap: {
            description: 'The right that remains; absent means no cap',
            allOf: [
              {
                $ref: '#/components/schemas/Right',
              },
            ],
          },
          criteria: {
            type: 'array',
            description: 'Ids of checks of the entity',
            maxItems: 100,
            items: {
              type: 'string',
              maxLength: 200,
            },
          },
          supportedBy: {
            type: 'string',
            description: 'Ref of the group that helps',
            maxLength: 300,
          },
          incidents: {
            type: 'array',
            description: 'What it answers, as source/id',
            maxItems: 100,
            items: {
              type: 'string',
              maxLength: 500,
            },
          },
          startsAt: {
            $ref: '#/components/schemas/SentInstant',
          },
          endsAt: {
            $ref: '#/components/schemas/SentInstant',
          },
          reviewAt: {
            $ref: '#/components/schemas/SentInstant',
          },
        },
      },
      PlanSignature: {
        type: 'object',
        additionalProperties: false,
        required: ['signedBy', 'signedAt', 'comment'],
        properties: {
          signedBy: {
            type: 'string',
          },
          signedAt: {
            type: 'integer',
          },
          comment: {
            type: 'string',
          },
        },
      },
      Plan: {
        type: 'object',
        description:
          'A recalibration plan with where it stands. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'title',
          'approach',
          'areas',
          'incidents',
          'startsAt',
          'endsAt',
          'state',
          'boardRef',
          'reason',
          'criteria',
          'reviewAt',
          'openedBy',
          'openedAt',
          'revision',
          'may',
        ],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          approach: {
            $ref: '#/components/schemas/PlanApproach',
          },
          areas: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          cap: {
            description: 'The right that remains; absent means no cap',
            allOf: [
              {
                $ref: '#/components/schemas/Right',
              },
            ],
          },
          supportedBy: {
            type: 'string',
            description: 'Ref of the group that helps',
          },
          incidents: {
            type: 'array',
            description: 'What it answers, as source/id',
            items: {
              type: 'string',
            },
          },
          startsAt: {
            type: 'integer',
          },
          endsAt: {
            type: 'integer',
          },
          extendedTo: {
            type: 'integer',
            description: "The end after the board's one extension",
          },
          extendedAt: {
            type: 'integer',
          },
          liftedAt: {
            type: 'integer',
          },
          completedAt: {
            type: 'integer',
          },
          state: {
            $ref: '#/components/schemas/PlanState',
          },
          boardRef: {
            type: 'string',
          },
          reason: {
            type: 'string',
          },
          criteria: {
            type: 'array',
            description: 'What must be so at the end',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['checkId', 'title', 'met'],
              properties: {
                checkId: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                met: {
                  type: 'boolean',
                },
              },
            },
          },
          reviewAt: {
            type: 'integer',
            description: 'When it is looked at on the way',
          },
          openedBy: {
            type: 'string',
          },
          openedAt: {
            type: 'integer',
          },
          revision: {
            type: 'integer',
            description:
              'Changes with every edit of the draft; an older one is refused',
          },
          team: {
            $ref: '#/components/schemas/PlanSignature',
          },
          board: {
            $ref: '#/components/schemas/PlanSignature',
          },
          signedAt: {
            type: 'integer',
            description: 'When both had signed',
          },
          proposalId: {
            type: 'string',
            description:
              'The proposal on which the board signs; absent where it has not been asked',
          },
          changeProposalId: {
            type: 'string',
            description: 'An open proposal to lift, extend or complete it',
          },
          endedAt: {
            type: 'integer',
          },
          endReason: {
            type: 'string',
          },
          auditId: {
            type: 'string',
          },
          may: {
            type: 'object',
            description: 'What the caller may do with it',
            additionalProperties: false,
            required: ['edit', 'withdraw', 'lift', 'extend', 'complete'],
            properties: {
              edit: {
                type: 'boolean',
              },
              withdraw: {
                type: 'boolean',
              },
              sign: {
                type: 'string',
                enum: ['team', 'board'],
              },
              lift: {
                type: 'boolean',
              },
              extend: {
                type: 'boolean',
              },
              complete: {
                type: 'boolean',
              },
            },
          },
        },
      },
      PlansPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Plan',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      RepairAdvice: {
        type: 'object',
        description:
          'Which repair fits a failure, and why. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'incident',
          'reasons',
          'severity',
          'class',
          'irreversible',
          'trustBefore',
          'safety',
        ],
        properties: {
          incident: {
            type: 'object',
            additionalProperties: false,
            required: ['source', 'id'],
            properties: {
              source: {
                type: 'string',
              },
              id: {
                type: 'string',
              },
            },
          },
          approach: {
            description: 'Absent where nothing needs to be repaired',
            allOf: [
              {
                $ref: '#/components/schemas/PlanApproach',
              },
            ],
          },
          reasons: {
            type: 'array',
            description: 'Which of the figures below decided',
            items: {
              type: 'string',
              enum: [
                'caused-elsewhere',
                'class',
                'severity',
                'irreversible',
                'trust-before',
                'safety',
              ],
            },
          },
          severity: {
            $ref: '#/components/schemas/Severity',
          },
          class: {
            $ref: '#/components/schemas/IncidentClass',
          },
          irreversible: {
            type: 'boolean',
          },
          trustBefore: {
            type: 'object',
            description:
              '0 to 1, just before the failure; the smallest of its areas',
            additionalProperties: false,
            required: ['value', 'weak', 'areas'],
            properties: {
              value: {
                type: 'number',
              },
              weak: {
                type: 'boolean',
                description: 'Too little to speak of a strong record',
              },
              areas: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['area', 'value'],
                  properties: {
                    area: {
                      type: 'string',
                    },
                    value: {
                      type: 'number',
                    },
                  },
                },
              },
            },
          },
          safety: {
            type: 'object',
            additionalProperties: false,
            required: ['level'],
            properties: {
              level: {
                type: 'string',
                enum: ['low', 'medium', 'high'],
              },
              mean: {
                type: 'number',
                description:
                  'Of the answers 1 to 5 of the pulse that told; absent without a recent one',
              },
              at: {
                type: 'integer',
              },
            },
          },
          draft: {
            type: 'object',
            description: 'A plan that nobody has signed',
            additionalProperties: false,
            required: [
              'entityRef',
              'approach',
              'areas',
              'criteria',
              'incidents',
              'startsAt',
              'endsAt',
            ],
            properties: {
              entityRef: {
                type: 'string',
              },
              approach: {
                $ref: '#/components/schemas/PlanApproach',
              },
              areas: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              cap: {
                $ref: '#/components/schemas/Right',
              },
              criteria: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              incidents: {
                type: 'array',
                items: {
                  type: 'string',
                },
              },
              startsAt: {
                type: 'integer',
              },
              endsAt: {
                type: 'integer',
              },
            },
          },
        },
      },
      AuditState: {
        type: 'string',
        description:
          'rating until both sides have rated, comparing until they agree',
        enum: ['rating', 'comparing', 'agreed', 'lapsed'],
      },
      AuditSide: {
        type: 'string',
        enum: ['team', 'board'],
      },
      RightsByArea: {
        type: 'object',
        description: 'A right for each area',
        additionalProperties: {
          $ref: '#/components/schemas/Right',
        },
      },
      SentRightsByArea: {
        type: 'object',
        description: 'A right for each area of the policy',
        maxProperties: 200,
        additionalProperties: {
          $ref: '#/components/schemas/Right',
        },
      },
      NewAudit: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'reason'],
        properties: {
          entityRef: {
            type: 'string',
            maxLength: 300,
          },
          reason: {
            $ref: '#/components/schemas/Reason',
          },
        },
      },
      NewAuditRating: {
        type: 'object',
        additionalProperties: false,
        required: ['ratings'],
        properties: {
          ratings: {
            $ref: '#/components/schemas/SentRightsByArea',
          },
          note: {
            type: 'string',
            maxLength: 2000,
          },
        },
      },
      AuditAgreement: {
        type: 'object',
        additionalProperties: false,
        required: ['agreed', 'summary', 'actions'],
        properties: {
          agreed: {
            $ref: '#/components/schemas/SentRightsByArea',
          },
          summary: {
            type: 'string',
            maxLength: 5000,
          },
          actions: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['kind', 'title'],
              properties: {
                kind: {
                  type: 'string',
                  enum: ['plan', 'grant', 'other'],
                },
                area: {
                  type: 'string',
                  maxLength: 100,
                },
                title: {
                  type: 'string',
                  maxLength: 1000,
                },
                dueAt: {
                  $ref: '#/components/schemas/SentInstant',
                },
              },
            },
          },
          followUpAt: {
            description: 'Opens a follow-up audit for this instant',
            allOf: [
              {
                $ref: '#/components/schemas/SentInstant',
              },
            ],
          },
        },
      },
      AuditRating: {
        type: 'object',
        additionalProperties: false,
        required: ['ratedBy', 'ratedAt', 'ratings'],
        properties: {
          ratedBy: {
            type: 'string',
          },
          ratedAt: {
            type: 'integer',
          },
          ratings: {
            $ref: '#/components/schemas/RightsByArea',
          },
          note: {
            type: 'string',
          },
        },
      },
      Audit: {
        type: 'object',
        description: 'A trust audit. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'boardRef',
          'quarter',
          'cause',
          'openedAt',
          'dueAt',
          'state',
          'rated',
          'actions',
          'may',
        ],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          entityTitle: {
            type: 'string',
          },
          domainRef: {
            type: 'string',
          },
          boardRef: {
            type: 'string',
          },
          quarter: {
            type: 'string',
          },
          cause: {
            type: 'string',
            enum: ['quarterly', 'new-owner', 'asked', 'follow-up'],
          },
          reason: {
            type: 'string',
          },
          openedAt: {
            type: 'integer',
          },
          openedBy: {
            type: 'string',
          },
          dueAt: {
            type: 'integer',
          },
          state: {
            $ref: '#/components/schemas/AuditState',
          },
          rated: {
            type: 'array',
            description: 'Which sides have rated',
            items: {
              $ref: '#/components/schemas/AuditSide',
            },
          },
          team: {
            description:
              "The caller's own side, and the other one once both have rated",
            allOf: [
              {
                $ref: '#/components/schemas/AuditRating',
              },
            ],
          },
          board: {
            description:
              "The caller's own side, and the other one once both have rated",
            allOf: [
              {
                $ref: '#/components/schemas/AuditRating',
              },
            ],
          },
          comparison: {
            type: 'array',
            description: 'By priority; absent until both have rated',
            items: {
              type: 'object',
              additionalProperties: false,
              required: [
                'area',
                'title',
                'team',
                'board',
                'recommended',
                'effective',
                'priority',
              ],
              properties: {
                area: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                team: {
                  $ref: '#/components/schemas/Right',
                },
                board: {
                  $ref: '#/components/schemas/Right',
                },
                granted: {
                  description: 'Absent without a grant',
                  allOf: [
                    {
                      $ref: '#/components/schemas/Right',
                    },
                  ],
                },
                recommended: {
                  $ref: '#/components/schemas/Right',
                },
                effective: {
                  $ref: '#/components/schemas/Right',
                },
                priority: {
                  type: 'number',
                },
              },
            },
          },
          agreed: {
            $ref: '#/components/schemas/RightsByArea',
          },
          agreedAt: {
            type: 'integer',
          },
          agreedBy: {
            type: 'string',
          },
          summary: {
            type: 'string',
          },
          actions: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['kind', 'title'],
              properties: {
                kind: {
                  type: 'string',
                  enum: ['plan', 'grant', 'other'],
                },
                area: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                dueAt: {
                  type: 'integer',
                },
                ref: {
                  type: 'string',
                  description: 'The grant or plan that was made of it',
                },
              },
            },
          },
          predecessorId: {
            type: 'string',
            description: 'The audit it follows up',
          },
          followUpId: {
            type: 'string',
          },
          may: {
            type: 'object',
            description: 'What the caller may do, and for which side',
            additionalProperties: false,
            required: ['agree'],
            properties: {
              rate: {
                $ref: '#/components/schemas/AuditSide',
              },
              agree: {
                type: 'boolean',
              },
            },
          },
        },
      },
      AuditRatings: {
        type: 'object',
        additionalProperties: false,
        required: ['results'],
        properties: {
          results: {
            type: 'array',
            maxItems: 100,
            items: {
              oneOf: [
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['id', 'status', 'audit'],
                  properties: {
                    id: {
                      type: 'string',
                    },
                    status: {
                      type: 'string',
                      enum: ['accepted'],
                    },
                    audit: {
                      $ref: '#/components/schemas/Audit',
                    },
                  },
                },
                {
                  type: 'object',
                  additionalProperties: false,
                  required: ['id', 'status', 'error'],
                  properties: {
                    id: {
                      type: 'string',
                    },
                    status: {
                      type: 'string',
                      enum: ['refused'],
                    },
                    error: {
                      type: 'string',
                    },
                  },
                },
              ],
            },
          },
        },
      },
      AuditsPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Audit',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      Mismatch: {
        type: 'object',
        description: 'A team decides more or less than its record recommends',
        additionalProperties: false,
        required: [
          'entityRef',
          'tier',
          'area',
          'areaTitle',
          'consequence',
          'actual',
          'source',
          'recommended',
          'difference',
          'priority',
          'trust',
        ],
        properties: {
          entityRef: {
            type: 'string',
          },
          entityTitle: {
            type: 'string',
          },
          domainRef: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
          },
          tier: {
            $ref: '#/components/schemas/Tier',
          },
          area: {
            type: 'string',
          },
          areaTitle: {
            type: 'string',
          },
          consequence: {
            $ref: '#/components/schemas/Consequence',
          },
          actual: {
            $ref: '#/components/schemas/Right',
          },
          source: {
            type: 'string',
            enum: ['grant', 'agreed', 'claimed'],
          },
          recommended: {
            $ref: '#/components/schemas/Right',
          },
          difference: {
            type: 'integer',
            description: 'Positive is surplus, negative deficit',
          },
          priority: {
            type: 'number',
          },
          trust: {
            type: 'number',
            description: '0 to 1',
          },
        },
      },
      MismatchesPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Mismatch',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      RiskMatrix: {
        type: 'object',
        additionalProperties: false,
        required: ['isWithheld', 'entities', 'cells'],
        properties: {
          isWithheld: {
            type: 'boolean',
            description:
              'Nothing is counted; only the catalog can tell what the caller may read',
          },
          entities: {
            type: 'integer',
          },
          cells: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['consequence', 'right', 'areas', 'surplus', 'deficit'],
              properties: {
                consequence: {
                  $ref: '#/components/schemas/Consequence',
                },
                right: {
                  $ref: '#/components/schemas/Right',
                },
                areas: {
                  type: 'integer',
                },
                surplus: {
                  type: 'integer',
                },
                deficit: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      Board: {
        type: 'object',
        description:
          'A group that decides for governance domains, or for the centre',
        additionalProperties: false,
        required: ['boardRef', 'central', 'domains', 'member', 'open'],
        properties: {
          boardRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          central: {
            type: 'boolean',
          },
          domains: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['domainRef', 'entities'],
              properties: {
                domainRef: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                entities: {
                  type: 'integer',
                },
              },
            },
          },
          member: {
            type: 'boolean',
            description: 'Whether the caller is one',
          },
          open: {
            type: 'integer',
            description: 'Open proposals',
          },
        },
      },
      ExemptionDebt: {
        type: 'object',
        description:
          'Exemptions in force, of the pairs of entities and guardrails',
        additionalProperties: false,
        required: ['pairs', 'exempt', 'limit'],
        properties: {
          domainRef: {
            type: 'string',
          },
          pairs: {
            type: 'integer',
          },
          exempt: {
            type: 'integer',
          },
          share: {
            type: 'number',
            description: '0 to 1; absent without guardrails',
          },
          limit: {
            type: 'number',
            description: 'The share that the policy allows',
          },
        },
      },
      BoardFinding: {
        type: 'object',
        description: 'Something a board has to look at',
        additionalProperties: false,
        required: ['kind', 'title'],
        properties: {
          kind: {
            type: 'string',
            enum: [
              'plan-lapsed',
              'audit-lapsed',
              'proposal-lapsed',
              'debt-exceeded',
              'objective-missing',
              'objective-overdue',
            ],
          },
          ref: {
            type: 'string',
            description: 'Of the plan, audit or proposal',
          },
          entityRef: {
            type: 'string',
          },
          domainRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          at: {
            type: 'integer',
          },
        },
      },
      BoardAgenda: {
        type: 'object',
        additionalProperties: false,
        required: [
          'board',
          'proposals',
          'plans',
          'audits',
          'debt',
          'findings',
          'counts',
        ],
        properties: {
          board: {
            $ref: '#/components/schemas/Board',
          },
          proposals: {
            type: 'array',
            description: 'Open ones, the oldest first',
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/Proposal',
            },
          },
          plans: {
            type: 'array',
            description:
              'Active ones that end within 30 days, and drafts that wait for the board',
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/Plan',
            },
          },
          audits: {
            type: 'array',
            description: 'Those that wait for the board',
            maxItems: 100,
            items: {
              $ref: '#/components/schemas/Audit',
            },
          },
          debt: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ExemptionDebt',
            },
          },
          findings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/BoardFinding',
            },
          },
          counts: {
            type: 'object',
            description: 'How many there are altogether',
            additionalProperties: false,
            required: ['proposals', 'plans', 'audits'],
            properties: {
              proposals: {
                type: 'integer',
              },
              plans: {
                type: 'integer',
              },
              audits: {
                type: 'integer',
              },
            },
          },
        },
      },
      BoardCalendar: {
        type: 'object',
        description: 'Instants are UTC milliseconds',
        additionalProperties: false,
        required: ['from', 'to', 'items'],
        properties: {
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['kind', 'at', 'title', 'ref'],
              properties: {
                kind: {
                  type: 'string',
                  enum: [
                    'proposal-lapses',
                    'exemption-ends',
                    'grant-ends',
                    'plan-review',
                    'plan-ends',
                    'audit-due',
                    'objective-review',
                  ],
                },
                at: {
                  type: 'integer',
                },
                title: {
                  type: 'string',
                },
                ref: {
                  type: 'string',
                },
                entityRef: {
                  type: 'string',
                },
                domainRef: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      BoardStatistics: {
        type: 'object',
        description: 'Instants are UTC milliseconds',
        additionalProperties: false,
        required: ['boardRef', 'from', 'to', 'decisions', 'isWithheld'],
        properties: {
          boardRef: {
            type: 'string',
          },
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          decisions: {
            type: 'integer',
          },
          isWithheld: {
            type: 'boolean',
            description: 'Too few to say anything without pointing at somebody',
          },
          approvedShare: {
            type: 'number',
          },
          medianMinutes: {
            type: 'number',
          },
          renewedShare: {
            type: 'number',
            description: 'Of the exemptions that were approved',
          },
          lapsed: {
            type: 'integer',
          },
          overdue: {
            type: 'integer',
          },
          neverFailing: {
            type: 'array',
            description: 'Guardrails that none of its entities fails',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['checkId', 'title'],
              properties: {
                checkId: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
              },
            },
          },
          byMatter: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['matter', 'decisions', 'approved'],
              properties: {
                matter: {
                  $ref: '#/components/schemas/Matter',
                },
                decisions: {
                  type: 'integer',
                },
                approved: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      ReviewPack: {
        type: 'object',
        description:
          'What a board did in a quarter. Instants are UTC milliseconds.',
        additionalProperties: false,
        required: [
          'boardRef',
          'quarter',
          'from',
          'to',
          'domains',
          'decided',
          'open',
          'plans',
          'audits',
          'statistics',
          'findings',
          'isCut',
        ],
        properties: {
          boardRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          quarter: {
            type: 'string',
          },
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          domains: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: [
                'entities',
                'levels',
                'breached',
                'surplus',
                'deficit',
                'debt',
              ],
              properties: {
                domainRef: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                objective: {
                  type: 'string',
                },
                entities: {
                  type: 'integer',
                },
                levels: {
                  $ref: '#/components/schemas/LevelCounts',
                },
                breached: {
                  type: 'integer',
                },
                surplus: {
                  type: 'integer',
                },
                deficit: {
                  type: 'integer',
                },
                debt: {
                  $ref: '#/components/schemas/ExemptionDebt',
                },
              },
            },
          },
          decided: {
            type: 'array',
            maxItems: 500,
            items: {
              $ref: '#/components/schemas/Proposal',
            },
          },
          open: {
            type: 'array',
            maxItems: 500,
            items: {
              $ref: '#/components/schemas/Proposal',
            },
          },
          plans: {
            type: 'array',
            maxItems: 500,
            items: {
              $ref: '#/components/schemas/Plan',
            },
          },
          audits: {
            type: 'array',
            maxItems: 500,
            items: {
              $ref: '#/components/schemas/Audit',
            },
          },
          statistics: {
            $ref: '#/components/schemas/BoardStatistics',
          },
          findings: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/BoardFinding',
            },
          },
          isCut: {
            type: 'boolean',
            description: 'Whether there is more than what is listed',
          },
        },
      },
      AuditLogEntry: {
        type: 'object',
        description:
          'A decision or publication by a person, as it was written down for good',
        additionalProperties: false,
        required: [
          'chain',
          'sequence',
          'at',
          'actorRef',
          'action',
          'details',
          'previousHash',
          'hash',
        ],
        properties: {
          chain: {
            type: 'string',
          },
          sequence: {
            type: 'integer',
            description: '1 for the first of its chain',
          },
          at: {
            type: 'integer',
            description: 'UTC milliseconds',
          },
          actorRef: {
            type: 'string',
          },
          action: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          details: {
            type: 'object',
            additionalProperties: true,
          },
          previousHash: {
            type: 'string',
            description: 'SHA-256, in hexadecimal',
          },
          hash: {
            type: 'string',
          },
        },
      },
      AuditLogPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AuditLogEntry',
            },
          },
          pageInfo: {
            $ref: '#/components/schemas/OnwardPageInfo',
          },
        },
      },
      AuditLogHead: {
        type: 'object',
        description: 'The last entry of a chain',
        additionalProperties: false,
        required: ['sequence', 'hash'],
        properties: {
          sequence: {
            type: 'integer',
          },
          hash: {
            type: 'string',
            description: 'SHA-256, in hexadecimal',
          },
        },
      },
      AuditLogVerification: {
        type: 'object',
        additionalProperties: false,
        required: ['chain', 'entries', 'intact'],
        properties: {
          chain: {
            type: 'string',
          },
          entries: {
            type: 'integer',
          },
          intact: {
            type: 'boolean',
          },
          head: {
            description:
              'Keep it elsewhere to find out about a chain that was cut short; absent where nothing was written yet, and of a chain that is not intact',
            allOf: [
              {
                $ref: '#/components/schemas/AuditLogHead',
              },
            ],
          },
          fault: {
            type: 'object',
            description: 'What is wrong, at the first entry where it is',
            additionalProperties: false,
            required: ['sequence', 'reason'],
            properties: {
              sequence: {
                type: 'integer',
              },
              reason: {
                type: 'string',
              },
            },
          },
        },
      },
      CoverageItem: {
        type: 'object',
        additionalProperties: false,
        required: ['source', 'entityRef', 'from', 'lastHeardAt'],
        properties: {
          source: {
            type: 'string',
            maxLength: 100,
          },
          entityRef: {
            type: 'string',
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          lastHeardAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      BackfillResponse: {
        description:
          'A BatchResponse whose results name the list that their index counts in.',
        type: 'object',
        required: ['stored', 'unchanged', 'rejected', 'results'],
        properties: {
          stored: {
            type: 'integer',
          },
          unchanged: {
            type: 'integer',
          },
          rejected: {
            type: 'integer',
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['kind', 'index', 'status'],
              properties: {
                kind: {
                  type: 'string',
                  enum: ['facts', 'incidents', 'deployments'],
                },
                index: {
                  type: 'integer',
                },
                status: {
                  type: 'string',
                  enum: ['stored', 'unchanged', 'rejected'],
                },
                id: {
                  type: 'string',
                },
                error: {
                  type: 'object',
                  required: ['field', 'message'],
                  properties: {
                    field: {
                      type: 'string',
                    },
                    message: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
        },
      },
      BatchResponse: {
        type: 'object',
        required: ['stored', 'unchanged', 'rejected', 'results'],
        properties: {
          stored: {
            type: 'integer',
          },
          unchanged: {
            type: 'integer',
          },
          rejected: {
            type: 'integer',
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['index', 'status'],
              properties: {
                index: {
                  type: 'integer',
                },
                status: {
                  type: 'string',
                  enum: ['stored', 'unchanged', 'rejected'],
                },
                id: {
                  type: 'string',
                },
                error: {
                  type: 'object',
                  required: ['field', 'message'],
                  properties: {
                    field: {
                      type: 'string',
                    },
                    message: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

export const createOpenApiRouter = async (
  options?: Parameters<typeof createValidatedOpenApiRouter>['1'],
) => createValidatedOpenApiRouter<typeof spec>(spec, options);
