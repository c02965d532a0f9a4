CREATE TABLE people (id integer PRIMARY KEY, realm text, code text, CONSTRAINT one_code UNIQUE (realm, code));
