"""Rules of reading: audiences, newcomers' paths, confirmations (family RD)."""
