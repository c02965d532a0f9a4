CREATE TABLE invoices (id integer PRIMARY KEY, amount integer NOT NULL DEFAULT 0);
CREATE VIEW large AS SELECT id, amount FROM invoices WHERE amount > 100;
COMMENT ON VIEW large IS 'More than a hundred';
GRANT SELECT ON large TO scenario_reader;
