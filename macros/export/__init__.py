"""What is made from the built site and the data for use outside its pages."""
