"""Doors: each module here alone knows its third-party library (or the disk); stages see plain values."""
