"""The graded class as a workbook (XLSX): sheets of typed cells, and the one module that writes them."""
