"""Values that a text sets out: cells, labels, price lists, legends."""
