CREATE TABLE people (id integer PRIMARY KEY, name text, nick text DEFAULT 'none');
