CREATE TEXT SEARCH TEMPLATE known (LEXIZE = dsimple_lexize);
