// Rows are sent once under a version; later runs send only those that differ. They outlive the part that showed them.
const KEPT_ROWS = new Map();

// The rows in order, or null while they are asked for anew.
function keptRows(key, { version, rows, changes }, ask) {
  if (rows) KEPT_ROWS.set(key, { version, rows: new Map(rows.map((row) => [row.id, row])) });
  const kept = KEPT_ROWS.get(key);
  if (kept?.version !== version) {
    ask("need", version);
    return null;
  }
  const newest = new Map(kept.rows);
  for (const row of changes) if (newest.has(row.id)) newest.set(row.id, row);
  return newest;
}
