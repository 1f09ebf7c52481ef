"""How what the guide knows is said in Korean: amounts, dates, particles, verdicts."""
