CREATE TABLE sales (day date, amount integer);
CREATE MATERIALIZED VIEW per_day WITH (autovacuum_enabled = off, fillfactor = 70) AS SELECT day, sum(amount) AS total FROM sales GROUP BY day;
CREATE UNIQUE INDEX per_day_day ON per_day (day);
COMMENT ON MATERIALIZED VIEW per_day IS 'sums';
GRANT SELECT ON per_day TO scenario_reader;
