CREATE TABLE users (realm integer, id integer, PRIMARY KEY (realm, id));
CREATE TABLE posts (realm integer NOT NULL, author integer, CONSTRAINT written_by FOREIGN KEY (realm, author) REFERENCES users ON DELETE SET NULL (author));
