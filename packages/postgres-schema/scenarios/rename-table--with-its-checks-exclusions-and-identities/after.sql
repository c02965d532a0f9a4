CREATE TABLE spaces (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, size integer CHECK (size > 0),
  open daterange, EXCLUDE USING gist (open WITH &&)
);
COMMENT ON CONSTRAINT spaces_size_check ON spaces IS 'No cupboards';
CREATE TABLE halls (stage text CHECK (stage <> '')) INHERITS (spaces);
CREATE TABLE cellars (id integer GENERATED ALWAYS AS IDENTITY, size integer, open daterange, CONSTRAINT spaces_size_check CHECK (size > 0)) INHERITS (spaces);
