CREATE TABLE points (a integer, b integer);
