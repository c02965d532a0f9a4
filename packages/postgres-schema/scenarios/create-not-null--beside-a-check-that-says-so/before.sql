CREATE TABLE people (id integer, mail text, CONSTRAINT filled CHECK (mail IS NOT NULL));
