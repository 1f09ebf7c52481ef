"""The data as files for other systems, below `api/v1/`: JSON, its schemas, CSV, an OpenAPI description."""
