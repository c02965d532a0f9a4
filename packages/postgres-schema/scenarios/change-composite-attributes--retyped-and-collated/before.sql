CREATE TYPE measure AS (amount integer, unit text);
