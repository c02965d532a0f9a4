CREATE TABLE base (id integer, name text);
CREATE TABLE child () INHERITS (base);
ALTER TABLE child ALTER name SET NOT NULL;
