CREATE DOMAIN money_amount AS numeric(14,2) DEFAULT 0 CONSTRAINT not_negative CHECK (VALUE >= 0);
CREATE TABLE orders (id integer PRIMARY KEY, total money_amount NOT NULL);
CREATE INDEX orders_total ON orders (total);
