INSERT INTO people VALUES ('Ada', 'Lovelace'), ('Plato', NULL);
