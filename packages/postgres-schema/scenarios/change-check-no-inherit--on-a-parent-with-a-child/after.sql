CREATE TABLE base (net integer, CONSTRAINT positive CHECK (net > 0) NO INHERIT);
CREATE TABLE child () INHERITS (base);
