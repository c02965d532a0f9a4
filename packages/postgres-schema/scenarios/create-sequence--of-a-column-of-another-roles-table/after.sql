CREATE TABLE invoices (id integer PRIMARY KEY, number integer);
ALTER TABLE invoices OWNER TO scenario_owner;
CREATE SEQUENCE invoice_numbers AS integer;
ALTER SEQUENCE invoice_numbers OWNER TO scenario_owner;
ALTER SEQUENCE invoice_numbers OWNED BY invoices.number;
ALTER TABLE invoices ALTER number SET DEFAULT nextval('invoice_numbers');
