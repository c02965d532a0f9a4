CREATE TABLE invoices (id uuid PRIMARY KEY, note text);
ALTER TABLE invoices OWNER TO scenario_owner;
CREATE TABLE orders (id integer PRIMARY KEY);
CREATE TABLE others (id integer PRIMARY KEY);
ALTER TABLE others OWNER TO scenario_owner;
CREATE SEQUENCE orders_id_seq AS integer;
ALTER SEQUENCE orders_id_seq OWNER TO scenario_owner;
ALTER SEQUENCE orders_id_seq OWNED BY others.id;
ALTER TABLE orders ALTER id SET DEFAULT nextval('orders_id_seq');
