"""From files to the Binder, each value with its place. Nothing that a person types can raise."""
