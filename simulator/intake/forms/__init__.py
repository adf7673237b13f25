"""PDF forms that were filled in on a screen: fields to answers."""
