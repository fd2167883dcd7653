"""The house's nouns: frozen types, no file, no clock, no YAML."""
