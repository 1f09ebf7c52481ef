"""The small tools' sheets as Excel workbooks: what is filled in, verdicts by live formulas made from the rules' integers."""
