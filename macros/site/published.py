"""Where the data stand in the built site, as files for other systems."""

# The shape of the files. The first number changes when a field goes or means something else; then the folder is v2.
VERSION = "1.5"
FOLDER = "api/v1"
