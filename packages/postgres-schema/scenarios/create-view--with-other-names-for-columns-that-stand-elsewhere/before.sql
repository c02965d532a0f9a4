CREATE TABLE bills (id integer, note text);
