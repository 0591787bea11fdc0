"""Units: a value said in another one beside the original, exactly computed."""
