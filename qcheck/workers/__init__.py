"""Files are read and articles extracted apart from one another, within limits of time and memory."""
