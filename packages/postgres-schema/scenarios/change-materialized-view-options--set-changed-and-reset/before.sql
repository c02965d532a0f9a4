CREATE TABLE sales (day date);
CREATE MATERIALIZED VIEW days WITH (autovacuum_enabled = off, fillfactor = 50) AS SELECT day FROM sales;
