CREATE TABLE notes (id integer, code text);
