CREATE TABLE invoices (number bigint NOT NULL);
