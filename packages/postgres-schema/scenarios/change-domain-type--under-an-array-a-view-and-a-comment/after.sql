CREATE DOMAIN code AS varchar(9);
COMMENT ON DOMAIN code IS 'short';
CREATE TABLE items (id integer PRIMARY KEY, codes code[], main code);
CREATE VIEW main_codes AS SELECT main FROM items;
GRANT SELECT ON main_codes TO scenario_reader;
