CREATE TABLE orders (id integer PRIMARY KEY);
ALTER TABLE orders OWNER TO scenario_owner;
CREATE TABLE bills (id integer PRIMARY KEY, number serial);
ALTER TABLE bills OWNER TO scenario_owner;
CREATE TABLE notes (id integer PRIMARY KEY);
ALTER TABLE notes OWNER TO scenario_writer;
CREATE SEQUENCE numbers;
