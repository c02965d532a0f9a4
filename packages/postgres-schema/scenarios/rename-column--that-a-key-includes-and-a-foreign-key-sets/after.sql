CREATE TABLE owners (tenant integer, id integer, title text, CONSTRAINT owners_key PRIMARY KEY (tenant, id) INCLUDE (title));
CREATE TABLE cars (tenant integer, keeper integer,
  CONSTRAINT owned FOREIGN KEY (tenant, keeper) REFERENCES owners ON DELETE SET NULL (keeper));
