CREATE TABLE prices (id integer PRIMARY KEY, amount numeric(8,2) NOT NULL, CONSTRAINT positive CHECK (amount > 0));
CREATE INDEX prices_amount ON prices (amount);
