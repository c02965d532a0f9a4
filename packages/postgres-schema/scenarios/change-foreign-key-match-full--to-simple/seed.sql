INSERT INTO places VALUES ('de', '1');
INSERT INTO people VALUES ('de', '1'), (NULL, NULL);
