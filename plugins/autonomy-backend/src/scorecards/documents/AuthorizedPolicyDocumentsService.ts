import { autonomyPolicyReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { requirePermission } from '../../permissions';
import type {
  AsReader,
  PolicyDocumentsService,
} from './PolicyDocumentsService';

/**
 * Lets only those in who may see what the policy is made of; whoever writes needs the permission of the document
 * besides.
 *
 * @internal
 */
export class AuthorizedPolicyDocumentsService
  implements PolicyDocumentsService
{
  readonly #permissions: PermissionsService;
  readonly #service: PolicyDocumentsService;

  static create(options: {
    permissions: PermissionsService;
    service: PolicyDocumentsService;
  }): PolicyDocumentsService {
    return new AuthorizedPolicyDocumentsService(options);
  }

  private constructor(
    options: Parameters<typeof AuthorizedPolicyDocumentsService.create>[0],
  ) {
    this.#permissions = options.permissions;
    this.#service = options.service;
  }

  async listDocuments(
    ...args: Parameters<PolicyDocumentsService['listDocuments']>
  ) {
    await this.#admit(args[0]);
    return this.#service.listDocuments(...args);
  }

  async getDocument(
    ...args: Parameters<PolicyDocumentsService['getDocument']>
  ) {
    await this.#admit(args[1]);
    return this.#service.getDocument(...args);
  }

  async listVersions(
    ...args: Parameters<PolicyDocumentsService['listVersions']>
  ) {
    await this.#admit(args[0]);
    return this.#service.listVersions(...args);
  }

  async getVersion(...args: Parameters<PolicyDocumentsService['getVersion']>) {
    await this.#admit(args[1]);
    return this.#service.getVersion(...args);
  }

  async withdrawVersion(
    ...args: Parameters<PolicyDocumentsService['withdrawVersion']>
  ) {
    await this.#admit(args[2]);
    return this.#service.withdrawVersion(...args);
  }

  async rollBack(...args: Parameters<PolicyDocumentsService['rollBack']>) {
    await this.#admit(args[2]);
    return this.#service.rollBack(...args);
  }

  async retire(...args: Parameters<PolicyDocumentsService['retire']>) {
    await this.#admit(args[2]);
    return this.#service.retire(...args);
  }

  async listDrafts(...args: Parameters<PolicyDocumentsService['listDrafts']>) {
    await this.#admit(args[0]);
    return this.#service.listDrafts(...args);
  }

  async getDraft(...args: Parameters<PolicyDocumentsService['getDraft']>) {
    await this.#admit(args[1]);
    return this.#service.getDraft(...args);
  }

  async createDraft(
    ...args: Parameters<PolicyDocumentsService['createDraft']>
  ) {
    await this.#admit(args[1]);
    return this.#service.createDraft(...args);
  }

  async changeDraft(
    ...args: Parameters<PolicyDocumentsService['changeDraft']>
  ) {
    await this.#admit(args[2]);
    return this.#service.changeDraft(...args);
  }

  async discardDraft(
    ...args: Parameters<PolicyDocumentsService['discardDraft']>
  ) {
    await this.#admit(args[2]);
    return this.#service.discardDraft(...args);
  }

  async publishDraft(
    ...args: Parameters<PolicyDocumentsService['publishDraft']>
  ) {
    await this.#admit(args[2]);
    return this.#service.publishDraft(...args);
  }

  async validate(...args: Parameters<PolicyDocumentsService['validate']>) {
    await this.#admit(args[1]);
    return this.#service.validate(...args);
  }

  async exportDocuments(
    ...args: Parameters<PolicyDocumentsService['exportDocuments']>
  ) {
    await this.#admit(args[1]);
    return this.#service.exportDocuments(...args);
  }

  async importDocuments(
    ...args: Parameters<PolicyDocumentsService['importDocuments']>
  ) {
    await this.#admit(args[1]);
    return this.#service.importDocuments(...args);
  }

  async listStarters(
    ...args: Parameters<PolicyDocumentsService['listStarters']>
  ) {
    await this.#admit(args[0]);
    return this.#service.listStarters(...args);
  }

  #admit({ credentials }: AsReader): Promise<void> {
    const permission = autonomyPolicyReadPermission;
    return requirePermission(this.#permissions, permission, credentials);
  }
}
