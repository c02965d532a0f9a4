CREATE TABLE people (email text, deleted timestamptz);
