CREATE UNLOGGED TABLE authors (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE books (id integer PRIMARY KEY, author integer REFERENCES authors);
CREATE TABLE drafts (id integer PRIMARY KEY);
CREATE TABLE edits (id integer PRIMARY KEY, draft integer REFERENCES drafts);
