CREATE TABLE base (id integer, name text);
CREATE TABLE child () INHERITS (base);
