"""Calendar files (RFC 5545) and their entries."""
