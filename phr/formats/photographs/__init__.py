"""Photographs of paper: opened within limits, turned upright, straightened, and put together as one PDF."""
