CREATE TABLE sales (day date, amount integer);
CREATE MATERIALIZED VIEW per_day AS SELECT day, sum(amount) AS total FROM sales GROUP BY day;
CREATE UNIQUE INDEX per_day_day ON per_day (day);
CREATE VIEW best AS SELECT max(total) AS total FROM per_day;
GRANT SELECT ON per_day TO scenario_reader;
ALTER MATERIALIZED VIEW per_day OWNER TO scenario_owner;
GRANT SELECT ON sales TO scenario_owner;
