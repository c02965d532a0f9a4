CREATE TYPE status AS ENUM ('new', 'done');
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE orders (
  id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers ON DELETE CASCADE, status status NOT NULL DEFAULT 'new',
  net numeric(12,2) NOT NULL CHECK (net >= 0), gross numeric(12,2) GENERATED ALWAYS AS (net * 1.19) STORED,
  placed tstzrange NOT NULL, number text COLLATE "C" UNIQUE, EXCLUDE USING gist (placed WITH &&)
) WITH (fillfactor = 80);
CREATE INDEX orders_open ON orders (customer_id) INCLUDE (net) WHERE status = 'new';
COMMENT ON TABLE orders IS 'What was bought.';
COMMENT ON COLUMN orders.net IS 'Without tax.';
GRANT SELECT ON orders TO scenario_reader;
