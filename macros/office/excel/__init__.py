"""Workbooks with live formulas made from the rules' whole numbers."""
