CREATE TABLE sales (day date, amount integer);
CREATE VIEW how_many AS SELECT count(DISTINCT day) AS n FROM sales;
