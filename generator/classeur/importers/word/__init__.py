"""Word files read into Markdown drafts: nothing is guessed in silence, nothing is lost without a word."""
