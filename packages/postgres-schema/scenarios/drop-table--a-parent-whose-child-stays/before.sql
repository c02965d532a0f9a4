CREATE TABLE base (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'x', CONSTRAINT named CHECK (name <> ''));
CREATE TABLE child (id integer NOT NULL, name text NOT NULL DEFAULT 'x', extra text, CONSTRAINT named CHECK (name <> '')) INHERITS (base);
