CREATE TABLE invoices (id integer PRIMARY KEY, number integer);
ALTER TABLE invoices OWNER TO scenario_owner;
