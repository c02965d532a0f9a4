CREATE TABLE lines (body text, id serial);
