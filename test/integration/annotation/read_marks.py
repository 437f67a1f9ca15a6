"""What openpyxl sees of the marks of workbooks: read_marks.py FILE… > marks.json"""

import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def marks(path):
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        coloured = []
        for formats in sheet.conditional_formatting:
            for rule in formats.rules:
                if rule.formula == ['"anomalie"<>""']:
                    coloured.append({"ranges": str(formats.sqref).split(), "bold": bool(rule.dxf.font.b)})
        comments = {}
        links = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    comments[cell.coordinate] = cell.comment.text
                if cell.hyperlink:
                    links[cell.coordinate] = cell.hyperlink.location
        found[sheet.title] = {"coloured": coloured, "comments": comments, "links": links}
    return found


def main():
    result = {}
    for path in sys.argv[1:]:
        try:
            result[path] = marks(path)
        except Exception as error:
            result[path] = {"error": repr(error)}
    json.dump(result, sys.stdout)


main()
