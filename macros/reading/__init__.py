"""YAML into one frozen guidebook, with every problem found on the way."""
