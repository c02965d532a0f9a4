INSERT INTO far_places VALUES ('Elm, "Street"', 1, 'x'), ('Oak', 2, NULL);
INSERT INTO visits SELECT p, ARRAY[p, NULL] FROM far_places p;
