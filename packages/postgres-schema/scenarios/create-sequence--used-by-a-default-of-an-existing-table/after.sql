CREATE TABLE invoices (number bigint NOT NULL);
CREATE SEQUENCE invoice_numbers START 1000;
ALTER TABLE invoices ALTER COLUMN number SET DEFAULT nextval('invoice_numbers');
