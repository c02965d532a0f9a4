CREATE TABLE a (id bigint, c0 numeric(14,2));
CREATE STATISTICS a_statistics ON id, c0 FROM a;
ALTER STATISTICS a_statistics SET STATISTICS 9;
