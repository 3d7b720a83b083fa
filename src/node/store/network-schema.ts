/** Tables of the resolved network. */

/**
 * What the last build made of all articles, so that parts of it can be read without the rest. Everything has a number
 * for the tables to refer to, and a name that means the same in every store: the id of a node or document, the ends and
 * type of an edge. `hash` tells whether a row, or what belongs to it in other tables, is another.
 *
 * What the whole network makes of a node (place, size, community, metrics) stands in `node_measure`, apart from what
 * articles say of it, because it changes with every build. `node_name` holds what a reader may type, `name_index` the
 * single characters of names and aliases as words (`toCharacterWords`), so that a part of a name finds it. Sentences are
 * not stored: they are slices of `article.text`.
 */
export const NETWORK_SCHEMA = `
CREATE TABLE IF NOT EXISTS network_document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (number),
  date TEXT,
  publisher TEXT,
  reprint_of INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS network_document_article ON network_document (article);

CREATE TABLE IF NOT EXISTS node (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  documents INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  first_seen TEXT,
  last_seen TEXT,
  confidence REAL NOT NULL,
  note TEXT,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS node_measure (
  node INTEGER PRIMARY KEY REFERENCES node (number) ON DELETE CASCADE,
  x REAL NOT NULL,
  y REAL NOT NULL,
  size REAL NOT NULL,
  community INTEGER NOT NULL,
  degree INTEGER NOT NULL,
  pagerank REAL NOT NULL,
  betweenness REAL NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS node_name (
  number INTEGER PRIMARY KEY,
  node INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  key TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS node_name_node ON node_name (node);
CREATE INDEX IF NOT EXISTS node_name_key ON node_name (key, kind, node);
CREATE VIRTUAL TABLE IF NOT EXISTS name_index USING fts5 (characters, content = '', contentless_delete = 1,
  tokenize = 'ascii');
CREATE TRIGGER IF NOT EXISTS node_name_removed AFTER DELETE ON node_name WHEN old.kind IN ('name', 'alias')
  BEGIN DELETE FROM name_index WHERE rowid = old.number; END;

CREATE TABLE IF NOT EXISTS node_mention (
  node INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  document INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (node, document, start, end)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS node_mention_document ON node_mention (document);

CREATE TABLE IF NOT EXISTS merge_reason (
  node INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  rule TEXT NOT NULL,
  detail TEXT,
  document TEXT,
  confidence REAL NOT NULL,
  PRIMARY KEY (node, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS split_reason (
  node INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  other TEXT NOT NULL,
  reason TEXT NOT NULL,
  rule TEXT,
  PRIMARY KEY (node, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS post (
  node INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  title TEXT NOT NULL,
  former INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  PRIMARY KEY (node, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS edge (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  target INTEGER NOT NULL REFERENCES node (number) ON DELETE CASCADE,
  type TEXT NOT NULL,
  weak INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  confidence REAL NOT NULL,
  first_date TEXT,
  last_date TEXT,
  status TEXT,
  date TEXT,
  place TEXT,
  title TEXT,
  former INTEGER,
  amount INTEGER,
  currency TEXT,
  share REAL,
  qualifier TEXT,
  round TEXT,
  joint TEXT,
  reviewed TEXT,
  note TEXT,
  hash BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS edge_source ON edge (source, target, type, weak);
CREATE INDEX IF NOT EXISTS edge_target ON edge (target, source, weak);

CREATE TABLE IF NOT EXISTS edge_evidence (
  edge INTEGER NOT NULL REFERENCES edge (number) ON DELETE CASCADE,
  document INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  position INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  status TEXT,
  date TEXT,
  place TEXT,
  title TEXT,
  former INTEGER,
  amount INTEGER,
  currency TEXT,
  share REAL,
  qualifier TEXT,
  round TEXT,
  joint TEXT,
  PRIMARY KEY (edge, document, start, end, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edge_evidence_document ON edge_evidence (document);
`;
