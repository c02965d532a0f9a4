CREATE SEQUENCE tickets AS integer;
