"""What pages call: macros by what they are about, one class over them all."""
