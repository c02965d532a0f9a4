CREATE TABLE base (id bigint, name text NOT NULL, at date DEFAULT '2020-01-01' NOT NULL, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE child (id bigint, name text NOT NULL, extra text, at date DEFAULT '2020-01-02' NOT NULL, CONSTRAINT named CHECK (name <> ''));
ALTER TABLE child INHERIT base;
