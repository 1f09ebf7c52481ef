"""The data as files for other systems, below `api/v1/`: JSON, its schemas, CSV, an OpenAPI description."""

# The shape of the files. The first number changes when a field goes or means something else; then the folder is v2.
VERSION = "1.3"
FOLDER = "api/v1"
