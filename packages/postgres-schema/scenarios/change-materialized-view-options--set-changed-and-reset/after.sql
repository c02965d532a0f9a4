CREATE TABLE sales (day date);
CREATE MATERIALIZED VIEW days WITH (autovacuum_vacuum_threshold = 7, fillfactor = 60) AS SELECT day FROM sales;
