CREATE TABLE users (realm integer, id integer, PRIMARY KEY (realm, id));
CREATE TABLE posts (realm integer NOT NULL, author integer);
