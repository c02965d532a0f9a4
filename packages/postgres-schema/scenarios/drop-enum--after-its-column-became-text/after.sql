CREATE TABLE people (id integer PRIMARY KEY, now text NOT NULL DEFAULT 'ok', past text[]);
