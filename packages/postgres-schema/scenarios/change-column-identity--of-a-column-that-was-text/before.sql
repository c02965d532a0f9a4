CREATE TABLE t (a text COLLATE "C" NOT NULL, b integer);
