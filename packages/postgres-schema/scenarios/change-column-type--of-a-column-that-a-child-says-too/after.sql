CREATE TABLE base (id integer, name character varying(20) DEFAULT 'base', kind text, fresh integer);
CREATE TABLE child (name character varying(20) DEFAULT 'child', kind text, fresh integer) INHERITS (base);
CREATE INDEX ON child (lower(name));
