CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'nobody@example.org' NOT NULL CONSTRAINT email_has_at CHECK (position('@' IN VALUE) > 1) CONSTRAINT email_short CHECK (length(VALUE) < 255);
CREATE TABLE accounts (id integer PRIMARY KEY, email email);
