CREATE TABLE readings (at date NOT NULL, note text) PARTITION BY RANGE (at);
