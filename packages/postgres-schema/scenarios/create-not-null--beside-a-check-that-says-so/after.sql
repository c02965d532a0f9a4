CREATE TABLE people (id integer, mail text CONSTRAINT has_mail NOT NULL, CONSTRAINT filled CHECK (mail IS NOT NULL));
