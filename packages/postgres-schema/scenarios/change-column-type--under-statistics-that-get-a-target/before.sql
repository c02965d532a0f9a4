CREATE TABLE a (id bigint, c0 numeric(12,2));
CREATE STATISTICS a_statistics ON id, c0 FROM a;
