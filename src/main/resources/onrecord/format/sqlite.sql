CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  published TEXT,
  outlet TEXT,
  section TEXT,
  url TEXT,
  language TEXT,
  text TEXT NOT NULL
);

CREATE TABLE authors (
  article TEXT NOT NULL REFERENCES articles (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article, position)
);

CREATE TABLE tags (
  article TEXT NOT NULL REFERENCES articles (id),
  position INTEGER NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (article, position)
);

CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  identifier TEXT
);

CREATE UNIQUE INDEX speakers_by_name ON speakers (name, type, coalesce(identifier, ''));

CREATE TABLE quotations (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id),
  speaker INTEGER REFERENCES speakers (id),
  speaker_printed TEXT,
  speaker_description TEXT,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  mention_start INTEGER,
  mention_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  said TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  context TEXT
);

CREATE TABLE runs (
  quotation TEXT NOT NULL REFERENCES quotations (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (quotation, position)
);

CREATE TABLE about (
  quotation TEXT NOT NULL REFERENCES quotations (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (quotation, position)
);

CREATE TABLE occurrences (
  quotation TEXT NOT NULL REFERENCES quotations (id),
  position INTEGER NOT NULL,
  occurrence TEXT NOT NULL,
  PRIMARY KEY (quotation, position)
);

CREATE TABLE article_fields (
  article TEXT NOT NULL REFERENCES articles (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  value NOT NULL,
  PRIMARY KEY (article, name, position)
);

CREATE TABLE speaker_fields (
  quotation TEXT NOT NULL REFERENCES quotations (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  value NOT NULL,
  PRIMARY KEY (quotation, name, position)
);

CREATE TABLE quotation_fields (
  quotation TEXT NOT NULL REFERENCES quotations (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  value NOT NULL,
  PRIMARY KEY (quotation, name, position)
);

CREATE INDEX article_fields_by_value ON article_fields (name, value);

CREATE INDEX speaker_fields_by_value ON speaker_fields (name, value);

CREATE INDEX quotation_fields_by_value ON quotation_fields (name, value);

CREATE INDEX articles_by_day ON articles (published);

CREATE INDEX authors_by_name ON authors (name);

CREATE INDEX tags_by_name ON tags (tag);

CREATE INDEX quotations_by_article ON quotations (article);

CREATE INDEX quotations_by_speaker ON quotations (speaker);

CREATE INDEX about_by_name ON about (name);

CREATE VIEW quotation_list AS
SELECT
  quotations.id,
  articles.published,
  articles.outlet,
  articles.title,
  speakers.name AS speaker,
  speakers.type AS speaker_type,
  quotations.text,
  quotations.kind,
  quotations.said,
  quotations.confidence,
  quotations.article
FROM quotations
JOIN articles ON articles.id = quotations.article
LEFT JOIN speakers ON speakers.id = quotations.speaker;
