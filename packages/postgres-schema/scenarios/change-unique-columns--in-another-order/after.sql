CREATE TABLE people (realm text, code text, CONSTRAINT one_code UNIQUE (code, realm));
