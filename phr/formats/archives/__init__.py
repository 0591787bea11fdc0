"""Files that hold other files: zips by content, and IHE XDM within them."""
