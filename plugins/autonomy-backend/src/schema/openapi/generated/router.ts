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
        required: ['policyVersion', 'incidentSources', 'inbox', 'collectors'],
        properties: {
          policyVersion: {
            type: 'string',
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
          'readinessGaps',
          'accountability',
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
          guardrailStatus: {
            $ref: '#/components/schemas/GuardrailStatus',
          },
          guardrailsBreached: {
            type: 'integer',
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
      PolicySummary: {
        type: 'object',
        required: ['version', 'levels', 'areas', 'rightNames'],
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
