CREATE TABLE notes (id integer, body varchar(20), shown text GENERATED ALWAYS AS (lower(body)) STORED) WITH (toast.autovacuum_enabled = off);
