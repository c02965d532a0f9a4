CREATE TABLE child (id integer NOT NULL, name text NOT NULL DEFAULT 'x', extra text, CONSTRAINT named CHECK (name <> ''));
