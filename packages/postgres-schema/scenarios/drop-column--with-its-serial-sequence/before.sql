CREATE TABLE lines (id serial, body text);
