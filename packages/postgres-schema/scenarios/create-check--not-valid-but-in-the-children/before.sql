CREATE TABLE bills (net integer);
CREATE TABLE paid () INHERITS (bills);
