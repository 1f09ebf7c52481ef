"""What two programs say alike."""
