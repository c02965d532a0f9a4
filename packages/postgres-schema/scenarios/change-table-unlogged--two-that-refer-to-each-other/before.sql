CREATE TABLE authors (id integer PRIMARY KEY);
CREATE TABLE books (id integer PRIMARY KEY, author integer REFERENCES authors);
CREATE UNLOGGED TABLE drafts (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE edits (id integer PRIMARY KEY, draft integer REFERENCES drafts);
