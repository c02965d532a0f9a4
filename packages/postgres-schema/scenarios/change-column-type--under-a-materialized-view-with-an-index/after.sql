CREATE TABLE sales (id integer PRIMARY KEY, amount bigint NOT NULL);
CREATE MATERIALIZED VIEW totals AS SELECT sum(amount) AS total FROM sales;
CREATE UNIQUE INDEX totals_total ON totals (total);
GRANT SELECT ON totals TO scenario_reader;
