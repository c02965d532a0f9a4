CREATE TABLE base (net integer, CONSTRAINT positive CHECK (net > 0));
CREATE TABLE child () INHERITS (base);
