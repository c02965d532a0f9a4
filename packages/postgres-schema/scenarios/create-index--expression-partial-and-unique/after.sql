CREATE TABLE people (email text, deleted timestamptz);
CREATE UNIQUE INDEX people_email ON people (lower(email)) WHERE deleted IS NULL;
