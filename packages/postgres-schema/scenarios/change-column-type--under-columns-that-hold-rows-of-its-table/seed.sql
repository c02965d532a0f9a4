INSERT INTO places VALUES ('Elm, "Street"', 1, 'happy'), ('Oak', 2, NULL);
INSERT INTO visits SELECT p, ARRAY[p, NULL], p, ROW(p, ARRAY[p])::trip FROM places p;
INSERT INTO visits VALUES (NULL), (DEFAULT);
INSERT INTO diaries SELECT array_agg(v), '2020-01-01' FROM visits v;
REFRESH MATERIALIZED VIEW known_places;
