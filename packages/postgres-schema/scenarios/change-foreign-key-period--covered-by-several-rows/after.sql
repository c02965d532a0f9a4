CREATE EXTENSION btree_gist;
CREATE TABLE contracts (employee integer, during daterange,
  CONSTRAINT contracts_key PRIMARY KEY (employee, during WITHOUT OVERLAPS));
CREATE TABLE leaves (employee integer, during daterange,
  CONSTRAINT under_contract FOREIGN KEY (employee, PERIOD during) REFERENCES contracts (employee, PERIOD during));
