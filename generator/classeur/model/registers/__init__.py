"""What the house writes down day after day: events, complaints, actions, meetings… One module a type of register."""
