CREATE TABLE owners (tenant integer, id integer, name text, CONSTRAINT owners_key PRIMARY KEY (tenant, id) INCLUDE (name));
CREATE TABLE cars (tenant integer, owner integer,
  CONSTRAINT owned FOREIGN KEY (tenant, owner) REFERENCES owners ON DELETE SET NULL (owner));
