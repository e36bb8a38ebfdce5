/** A statement as pg_stat_statements tells it, with a single row to insert. */
export function shapeOf(query) {
  return query
    .replace(/\s+/g, ' ')
    .replace(/\/\*.*?\*\//g, '')
    .replace(/ \)/g, ')')
    .replace(/values (\([^()]*\))(, \([^()]*\))+/g, 'values $1')
    .trim();
}

/**
 * As few of the statements as name every table and column, in every kind of statement, that all of them name:
 * what a schema lacks is missed by one of them.
 */
export function fewestOf(statements) {
  const kept = [];
  const named = new Set();
  const longestFirst = [...statements].sort(
    (a, b) => namesOf(b).size - namesOf(a).size || a.length - b.length,
  );
  for (const statement of longestFirst) {
    const names = [...namesOf(statement)];
    if (names.some(name => !named.has(name))) {
      names.forEach(name => named.add(name));
      kept.push(statement);
    }
  }
  return kept.sort();
}

/** Each word together with the tables and the kind of the statement, and what a conflict is about. */
function namesOf(statement) {
  const [kind] = statement.split(' ');
  const words = statement.match(/[a-z_]+/gi).map(word => word.toLowerCase());
  const tables = statement
    .match(/(?:from|join|into|update) "\w+"/gi)
    ?.map(found => found.split(' ')[1])
    .sort();
  const conflicts = statement.match(/on conflict \([^)]*\)/gi) ?? [];
  const context = `${kind} ${[...new Set(tables)]}`;
  return new Set([...words, ...conflicts].map(word => `${context} ${word}`));
}

/** Whether the schema has what a statement asks for; nothing is done. */
export async function planOf(knex, statement) {
  const connection = await knex.client.acquireConnection();
  try {
    // On the bare connection, because knex would take the numbered placeholders for its own.
    await connection.query(`explain (generic_plan) ${statement}`);
    return { isThere: true };
  } catch ({ message }) {
    return { isThere: false, message };
  } finally {
    await knex.client.releaseConnection(connection);
  }
}
