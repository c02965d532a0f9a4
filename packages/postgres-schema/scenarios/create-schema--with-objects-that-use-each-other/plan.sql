-- before to after

-- lock: none
CREATE SCHEMA billing;

-- lock: none
CREATE SCHEMA ledger;

-- lock: none
CREATE TABLE billing.invoices (
  id bigint NOT NULL,
  total numeric(12,2) NOT NULL,
  CONSTRAINT invoices_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE TABLE ledger.entries (
  id bigint NOT NULL,
  invoice_id bigint NOT NULL,
  CONSTRAINT entries_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER TABLE ledger.entries ADD CONSTRAINT entries_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES billing.invoices (id);

-- lock: none
CREATE VIEW billing.booked AS
SELECT i.id,
    i.total
   FROM (billing.invoices i
     JOIN ledger.entries e ON ((e.invoice_id = i.id)));

-- after to before

-- lock: access_exclusive
DROP VIEW billing.booked;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE ledger.entries DROP CONSTRAINT entries_invoice_id_fkey;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE billing.invoices;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE ledger.entries;

-- lock: none
DROP SCHEMA billing;

-- lock: none
DROP SCHEMA ledger;
