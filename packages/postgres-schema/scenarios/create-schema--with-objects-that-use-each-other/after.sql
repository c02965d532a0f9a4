CREATE SCHEMA billing;
CREATE SCHEMA ledger;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY, total numeric(12,2) NOT NULL);
CREATE TABLE ledger.entries (id bigint PRIMARY KEY, invoice_id bigint NOT NULL REFERENCES billing.invoices (id));
CREATE VIEW billing.booked AS SELECT i.id, i.total FROM billing.invoices i JOIN ledger.entries e ON e.invoice_id = i.id;
