CREATE TABLE points (b integer, c integer);
