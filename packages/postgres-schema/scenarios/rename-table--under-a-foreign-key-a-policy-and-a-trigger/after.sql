CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE customers (id integer CONSTRAINT customers_key PRIMARY KEY, owner name);
CREATE TABLE orders (id integer PRIMARY KEY, client_id integer CONSTRAINT orders_client REFERENCES customers);
CREATE POLICY own ON customers USING (owner = current_user);
CREATE POLICY own ON orders USING (EXISTS (SELECT FROM customers c WHERE c.id = client_id AND c.owner = current_user));
CREATE TRIGGER touched BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE customers IS 'Who buys.';
GRANT SELECT ON customers TO scenario_reader;
