"""Where things have their place on the site, and who acts."""
