CREATE DOMAIN code AS text NOT NULL CONSTRAINT checked CHECK (VALUE::text <> 'q');
CREATE TYPE pair AS (p code, q bigint);
CREATE TABLE c (id pair);
