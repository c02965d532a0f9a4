CREATE TABLE base (id integer, name text);
CREATE TABLE child (id integer, name text, extra text);
