CREATE TABLE notes (id integer, body varchar(30), shown text GENERATED ALWAYS AS (upper(body)) STORED) WITH (toast.autovacuum_enabled = off);
