CREATE TABLE boxes (w integer, area integer);
