import type { Pool } from 'pg'

/**
 * Makes the tables of the webhooks, where there are none: in a schema of their own, which no indexer touches.
 *
 * @example
 * await createWebhookTables(pool)
 */
export async function createWebhookTables(pool: Pool): Promise<void> {
  // Several processes may come to an empty database at once; one statement string is one transaction.
  await pool.query(`
    SELECT pg_advisory_xact_lock(hashtextextended('bulwark_webhooks', 0));
    CREATE SCHEMA IF NOT EXISTS bulwark_webhooks;
    CREATE TABLE IF NOT EXISTS bulwark_webhooks.positions (
      schema_name text NOT NULL,
      webhook text NOT NULL,
      block numeric(78) NOT NULL,
      hash text,
      PRIMARY KEY (schema_name, webhook)
    );
    CREATE TABLE IF NOT EXISTS bulwark_webhooks.deliveries (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      webhook text NOT NULL,
      event_id text NOT NULL,
      event text NOT NULL,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
      attempts integer NOT NULL DEFAULT 0,
      next_at timestamptz NOT NULL DEFAULT now(),
      created_at timestamptz NOT NULL DEFAULT now(),
      delivered_at timestamptz,
      failure text,
      UNIQUE (webhook, event_id)
    );
    CREATE INDEX IF NOT EXISTS deliveries_due ON bulwark_webhooks.deliveries (next_at) WHERE state = 'waiting'`)
}
