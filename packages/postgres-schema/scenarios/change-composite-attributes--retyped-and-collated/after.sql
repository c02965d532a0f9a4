CREATE TYPE measure AS (amount numeric(9,3), unit text COLLATE "C");
