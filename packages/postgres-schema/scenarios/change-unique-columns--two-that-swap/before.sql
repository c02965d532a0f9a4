CREATE TABLE people (
  login text,
  mail text,
  CONSTRAINT one_login UNIQUE (login),
  CONSTRAINT one_mail UNIQUE (mail)
);
CREATE TABLE letters (recipient text CONSTRAINT to_mail REFERENCES people (mail));
