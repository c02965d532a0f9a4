CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '100');
CREATE TABLE sales (amount integer);
CREATE VIEW all_sales AS SELECT total(amount) AS total FROM sales;
COMMENT ON AGGREGATE total(integer) IS 'sum';
