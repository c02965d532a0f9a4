CREATE TABLE people (code text CONSTRAINT one_code UNIQUE);
