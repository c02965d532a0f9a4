CREATE TEXT SEARCH TEMPLATE known (INIT = dsimple_init, LEXIZE = dsimple_lexize);
