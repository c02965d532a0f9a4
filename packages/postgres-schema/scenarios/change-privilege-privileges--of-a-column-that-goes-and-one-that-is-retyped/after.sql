CREATE TABLE texts (c varchar(10));
GRANT UPDATE (c) ON texts TO PUBLIC;
