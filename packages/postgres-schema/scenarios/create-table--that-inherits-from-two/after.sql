CREATE TABLE named (name text NOT NULL DEFAULT '');
CREATE TABLE dated (made date NOT NULL);
CREATE TABLE documents (id integer PRIMARY KEY, body text) INHERITS (named, dated);
