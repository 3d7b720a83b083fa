/** Tables of the store. */
import { NETWORK_SCHEMA } from './network-schema.ts';

/** Version of the tables and of what is worked out for them; a store of another version is built anew from the articles. */
export const SCHEMA_VERSION = 5;

/** Marks an SQLite file as ours: `GXST` in ASCII (https://sqlite.org/pragma.html#pragma_application_id). */
export const APPLICATION_ID = 0x47585354;

/**
 * The tables, made where they are not there yet.
 *
 * A file holds documents and problems, in their order. What a document says is an article, known by a hash of its
 * content and of the program that reads it, so that a moved or repeated article is extracted once. Below an article
 * stands what extraction found in it. Articles that may have lost their last document are noted as doubtful, so that
 * nobody has to look through all of them. Numbers of files and articles are never given again, so that whoever knows one
 * knows what it stands for. All offsets are UTF-16 code units into `article.text`; amounts are integers in the currency's
 * smallest unit; shares are fractions. The resolved network stands in tables of its own.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS file (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL,
  stamp TEXT NOT NULL,
  hash TEXT NOT NULL,
  reader TEXT NOT NULL,
  complete INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS file_path ON file (path) WHERE complete = 1;

CREATE TABLE IF NOT EXISTS article (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  title TEXT,
  date TEXT,
  publisher TEXT,
  author TEXT,
  url TEXT,
  found_date TEXT,
  found_publisher TEXT,
  sketch BLOB NOT NULL,
  failure TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS document (
  file INTEGER NOT NULL REFERENCES file (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES article (number),
  own_id TEXT,
  record INTEGER,
  line INTEGER,
  PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS document_article ON document (article);

CREATE TABLE IF NOT EXISTS doubtful (article INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER IF NOT EXISTS article_without_document AFTER INSERT ON article
  BEGIN INSERT OR IGNORE INTO doubtful VALUES (new.number); END;
CREATE TRIGGER IF NOT EXISTS document_removed AFTER DELETE ON document
  BEGIN INSERT OR IGNORE INTO doubtful VALUES (old.article); END;

CREATE TABLE IF NOT EXISTS problem (
  file INTEGER NOT NULL REFERENCES file (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (file, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS entity (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS alias (
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article, entity, number),
  FOREIGN KEY (article, entity) REFERENCES entity (article, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS mention (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  entity TEXT,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS tie (
  article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  type TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
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
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS evidence (
  article INTEGER NOT NULL,
  tie INTEGER NOT NULL,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (article, tie, number),
  FOREIGN KEY (article, tie) REFERENCES tie (article, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
${NETWORK_SCHEMA}`;
