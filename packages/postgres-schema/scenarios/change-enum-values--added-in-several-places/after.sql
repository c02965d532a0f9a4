CREATE TYPE size AS ENUM ('xs', 's', 'm', 'l', 'xl', 'xxl');
CREATE TABLE shirts (id integer PRIMARY KEY, size size);
CREATE INDEX shirts_size ON shirts (size);
