complete --keep-order --exclusive --command mentor --arguments "(MENTOR_COMPLETE=fish mentor -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
