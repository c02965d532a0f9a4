CREATE FOREIGN DATA WRAPPER w OPTIONS (two '3', three 'it''s');
