CREATE UNLOGGED TABLE orders (id integer, remark text) WITH (toast.autovacuum_enabled = off);
