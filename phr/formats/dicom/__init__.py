"""DICOM files: what their headers say, and one picture of what they show. The files themselves are kept whole."""
