"""The budget workbook (.xlsx): live formulas made from the same rule records, and its way back into a plan."""
