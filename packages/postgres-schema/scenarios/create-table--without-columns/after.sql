CREATE TABLE empty_so_far ();
