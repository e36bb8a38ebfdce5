export { createWebhookRouter, webhookPath } from './createWebhookRouter';
