CREATE TABLE sales (day date, amount integer);
CREATE MATERIALIZED VIEW days AS SELECT DISTINCT day FROM sales;
CREATE VIEW how_many AS SELECT count(*) AS n FROM days;
