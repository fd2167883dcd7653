"""TX. The text itself: hollow, too long, unclear."""
