CREATE EXTENSION btree_gist;
CREATE TABLE contracts (employee integer, during daterange, CONSTRAINT contracts_key PRIMARY KEY (employee, during));
CREATE TABLE leaves (employee integer, during daterange,
  CONSTRAINT under_contract FOREIGN KEY (employee, during) REFERENCES contracts (employee, during));
