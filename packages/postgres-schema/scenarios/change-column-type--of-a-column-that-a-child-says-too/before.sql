CREATE TABLE base (id integer, name text DEFAULT 'base', kind text NOT NULL, old integer, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE child (name text DEFAULT 'child', kind text NOT NULL, old integer, CONSTRAINT named CHECK (name <> '')) INHERITS (base);
CREATE INDEX ON child (lower(name));
