"""What templates show, worked out beforehand."""
