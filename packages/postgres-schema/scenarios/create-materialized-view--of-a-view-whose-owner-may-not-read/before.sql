CREATE TABLE b (c0 integer);
