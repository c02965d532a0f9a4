INSERT INTO places VALUES ('Elm, "Street"', 'sad'), ('Oak', NULL);
INSERT INTO visits SELECT p, ARRAY[p, NULL] FROM places p;
