CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE clients (id integer CONSTRAINT customers_key PRIMARY KEY, owner name);
CREATE TABLE orders (id integer PRIMARY KEY, client_id integer CONSTRAINT orders_client REFERENCES clients);
CREATE POLICY own ON clients USING (owner = current_user);
CREATE POLICY own ON orders USING (EXISTS (SELECT FROM clients c WHERE c.id = client_id AND c.owner = current_user));
CREATE TRIGGER touched BEFORE UPDATE ON clients FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE clients IS 'Who buys.';
GRANT SELECT ON clients TO scenario_reader;
