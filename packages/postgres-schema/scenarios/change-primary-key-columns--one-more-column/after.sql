CREATE TABLE prices (product integer NOT NULL, since date NOT NULL, PRIMARY KEY (product, since));
