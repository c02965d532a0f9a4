CREATE TABLE sizes (
  height integer,
  width integer,
  CONSTRAINT is_high CHECK (width > 0),
  CONSTRAINT is_wide CHECK (height > 0)
);
