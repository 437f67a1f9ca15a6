"""What openpyxl sees of workbooks' tables, charts and in-cell visuals: read_package.py FILE… > seen.json"""

import json
import sys

import openpyxl


def values(source):
    reference = source.numRef or source.strRef
    cache = reference.numCache if source.numRef else reference.strCache
    return {"ref": reference.f, "kept": [point.v for point in cache.pt]}


def chart(one):
    title = "".join(run.t for paragraph in one.title.tx.rich.p for run in paragraph.r or [])
    return {
        "kind": one.tagname,
        "title": title,
        "series": [{"name": s.tx.v, "categories": values(s.cat), "values": values(s.val)} for s in one.series],
    }


def sheet(one):
    return {
        "name": one.title,
        "tables": [
            {
                "name": table.displayName,
                "ref": table.ref,
                "columns": [column.name for column in table.tableColumns],
                "headings": [cell.value for cell in one[table.ref][0]],
            }
            for table in one.tables.values()
        ],
        "charts": [chart(found) for found in one._charts],
        "visuals": [
            {"range": str(formats.sqref), "kind": rule.type}
            for formats in one.conditional_formatting
            for rule in formats.rules
        ],
        "titles": one.print_title_rows,
    }


def book(path):
    found = openpyxl.load_workbook(path)
    properties = found.properties
    return {
        "title": properties.title,
        "language": properties.language,
        "sheets": [sheet(one) for one in found.worksheets],
    }


json.dump({path: book(path) for path in sys.argv[1:]}, sys.stdout, default=str)
