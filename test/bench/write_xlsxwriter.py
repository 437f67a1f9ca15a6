"""Writes with xlsxwriter the workbook that a JSON file describes: write_xlsxwriter.py CELLS OUT > times.json"""

import json
import sys
import time

import xlsxwriter

with open(sys.argv[1], encoding="utf-8") as file:
    book = json.load(file)

start = time.perf_counter()
processor = time.process_time()
workbook = xlsxwriter.Workbook(sys.argv[2])
look = {"font_name": "Calibri", "bottom": 7, "valign": "vcenter"}
formats = [workbook.add_format({**look, "num_format": code}) for code in book["numberFormats"]]
for sheet in book["sheets"]:
    worksheet = workbook.add_worksheet(sheet["name"])
    for table in sheet["tables"]:
        columns = [{"header": heading} for heading in table["columns"]]
        worksheet.add_table(table["ref"], {"name": table["name"], "columns": columns, "style": "Table Style Light 1"})
    for row, column, style, value, formula in sheet["cells"]:
        worn = formats[style]
        if formula is not None:
            worksheet.write_formula(row, column, "=" + formula, worn, "" if value is None else value)
        elif value is None:
            worksheet.write_blank(row, column, None, worn)
        elif isinstance(value, str):
            worksheet.write_string(row, column, value, worn)
        else:
            worksheet.write_number(row, column, value, worn)
workbook.close()
times = {
    "milliseconds": (time.perf_counter() - start) * 1000,
    "processorMilliseconds": (time.process_time() - processor) * 1000,
}
print(json.dumps(times))
