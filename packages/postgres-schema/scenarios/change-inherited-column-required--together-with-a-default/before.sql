CREATE TABLE base (id integer, name text DEFAULT 'x');
CREATE TABLE child () INHERITS (base);
ALTER TABLE child ALTER name SET NOT NULL, ALTER name DROP DEFAULT;
