CREATE SCHEMA app;
CREATE TABLE app.people (id integer PRIMARY KEY);
CREATE TABLE orders (id integer PRIMARY KEY, secret text, total integer);
CREATE TABLE items (id integer PRIMARY KEY);
CREATE PUBLICATION chosen FOR TABLE orders (id, total), items WHERE (id > 10) WITH (publish = 'insert, update');
CREATE PUBLICATION whole FOR TABLES IN SCHEMA app;
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);
COMMENT ON PUBLICATION chosen IS 'what others may see';
