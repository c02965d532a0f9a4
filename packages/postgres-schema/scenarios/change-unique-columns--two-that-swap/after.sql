CREATE TABLE people (
  login text,
  mail text,
  CONSTRAINT one_login UNIQUE (mail),
  CONSTRAINT one_mail UNIQUE (login)
);
CREATE TABLE letters (recipient text CONSTRAINT to_mail REFERENCES people (mail));
