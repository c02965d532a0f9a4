CREATE TABLE customers (id serial PRIMARY KEY, email text UNIQUE, boss_id integer REFERENCES customers);
CREATE INDEX customers_boss_id_idx ON customers (boss_id);
