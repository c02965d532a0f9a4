CREATE DOMAIN number AS bigint DEFAULT 0;
CREATE TABLE receipts (id number PRIMARY KEY);
