CREATE TABLE people (code text, name text, CONSTRAINT one_code UNIQUE (code));
