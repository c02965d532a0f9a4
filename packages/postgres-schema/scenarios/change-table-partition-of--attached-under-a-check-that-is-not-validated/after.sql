CREATE TABLE bills (year integer, net integer) PARTITION BY LIST (year);
ALTER TABLE bills ADD CONSTRAINT positive CHECK (net > 0) NOT VALID;
CREATE TABLE bills_1 PARTITION OF bills FOR VALUES IN (1);
