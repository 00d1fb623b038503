"""Prints the tenants of a status as CSV: python3 examples/python/tenants.py JAR [URL]

Needs JPype, on Debian: apt-get install python3-jpype
"""

import csv
import glob
import sys

import jpype
import jpype.dbapi2 as dbapi2


def main(jar, url="jdbc:airbyte:demo"):
    # Debian keeps JPype's own classes there; elsewhere it finds them by itself.
    # Times come in the zone of the JVM.
    jpype.startJVM(
        "-Duser.timezone=UTC",
        classpath=[jar, *glob.glob("/usr/share/java/org.jpype.jar")],
    )
    connection = dbapi2.connect(url, driver="io.workspacesql.WorkspacesDriver")
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, created_at FROM workspaces WHERE status = ? AND cache_enabled ORDER BY name",
                ("inactive",),
            )
            report = csv.writer(sys.stdout)
            report.writerow(column[0] for column in cursor.description)
            report.writerows(cursor.fetchall())
    finally:
        connection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
