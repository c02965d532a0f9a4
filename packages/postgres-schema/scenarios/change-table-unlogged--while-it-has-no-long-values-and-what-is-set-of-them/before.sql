CREATE TABLE orders (id integer, note text) WITH (toast.autovacuum_enabled = off);
