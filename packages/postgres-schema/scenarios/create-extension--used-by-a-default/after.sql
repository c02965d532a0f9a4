CREATE TABLE keys (id integer PRIMARY KEY);
CREATE EXTENSION "uuid-ossp";
ALTER TABLE keys ADD COLUMN token uuid DEFAULT uuid_generate_v4() NOT NULL;
