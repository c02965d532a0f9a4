INSERT INTO people VALUES ('Ann');
INSERT INTO guests VALUES ('Bob');
