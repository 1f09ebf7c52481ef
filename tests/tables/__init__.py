"""Tables as clerks copy them, read by the browser's reader and held against what must come of them."""
