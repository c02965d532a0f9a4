CREATE SEQUENCE receipt_numbers;
CREATE DOMAIN number AS bigint DEFAULT nextval('receipt_numbers');
CREATE TABLE receipts (id number PRIMARY KEY);
