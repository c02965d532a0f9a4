CREATE TABLE people (id integer PRIMARY KEY, name text, born date, tags text[] NOT NULL DEFAULT '{}', data jsonb NOT NULL DEFAULT '{}'::jsonb);
