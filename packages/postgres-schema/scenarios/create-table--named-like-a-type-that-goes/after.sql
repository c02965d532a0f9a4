CREATE TABLE status (name text PRIMARY KEY);
CREATE VIEW amount AS SELECT 1 AS amount;
CREATE TABLE items (status text, amount integer);
