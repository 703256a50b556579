import type { Client } from 'pg'

/**
 * Makes values be written and read in one way, whatever the server, the database and the role are set to, and lifts the
 * limits on time until the transaction ends. A table whose rows a policy would hide is an error.
 */
export async function setTextFormat(client: Client): Promise<void> {
  const settings = {
    bytea_output: 'hex',
    client_encoding: 'UTF8',
    client_min_messages: 'warning',
    datestyle: 'ISO, YMD',
    extra_float_digits: '1',
    idle_in_transaction_session_timeout: '0',
    intervalstyle: 'postgres',
    lock_timeout: '0',
    row_security: 'off',
    search_path: 'public',
    statement_timeout: '0',
    timezone: 'UTC',
    xmloption: 'content',
  }
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, true)', [name, value])
}
