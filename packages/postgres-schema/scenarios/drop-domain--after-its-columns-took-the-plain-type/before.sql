CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE orders (id integer PRIMARY KEY, amount positive NOT NULL);
