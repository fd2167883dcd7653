"""From views to files: the staged site, the search index, tables, reports. One package an output."""
