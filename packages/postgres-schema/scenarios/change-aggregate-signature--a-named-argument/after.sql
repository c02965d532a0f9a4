CREATE AGGREGATE total(amount integer) (SFUNC = int4pl, STYPE = integer);
