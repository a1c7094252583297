"""Who did, holds or was what: posts, duties, prizes, relatives, speakers."""
