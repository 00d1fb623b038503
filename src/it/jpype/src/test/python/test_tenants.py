"""The driver through JPype's dbapi2, with the fat jar and JPype on the class path of the JVM."""

import glob
import os
import unittest

import jpype
import jpype.dbapi2 as dbapi2

HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514"
URL = "jdbc:airbyte:demo:{}?workspaces=300"


class Tenants(unittest.TestCase):
    def setUp(self):
        self.connection = dbapi2.connect(
            URL.format(self.id().rsplit(".", 1)[-1]), driver="io.workspacesql.WorkspacesDriver"
        )

    def tearDown(self):
        self.connection.close()

    def rows(self, sql, parameters=()):
        with self.connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall()

    def test_rows_have_values_of_python(self):
        ((name, tombstone, cached, created),) = self.rows(
            "SELECT name, tombstone, cache_enabled, created_at FROM workspaces WHERE id = ?", (HOOLI,)
        )
        self.assertEqual(name, "Hooli Energy 0002")
        self.assertIs(bool(tombstone), False)
        self.assertIsNone(cached)
        self.assertEqual(created.microsecond, 209061)

    def test_all_pages_are_read(self):
        self.assertEqual(len(self.rows("SELECT id FROM workspaces")), 300)

    def test_a_count_is_a_number(self):
        ((count,),) = self.rows("SELECT COUNT(*) FROM workspaces WHERE status = ?", ("inactive",))
        self.assertEqual(count, 41)

    def test_few_rows_are_fetched(self):
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT id, name FROM workspaces ORDER BY name")
            self.assertEqual([column[0] for column in cursor.description], ["id", "name"])
            self.assertEqual(len(cursor.fetchmany(7)), 7)

    def test_an_update_and_a_delete_have_counts(self):
        with self.connection.cursor() as cursor:
            cursor.execute("UPDATE workspaces SET status = ? WHERE id = ?", ("inactive", HOOLI))
            self.assertEqual(cursor.rowcount, 1)
            cursor.execute("DELETE FROM workspaces WHERE id = ?", (HOOLI,))
            self.assertEqual(cursor.rowcount, 1)
        self.connection.commit()
        self.assertEqual(self.rows("SELECT COUNT(*) FROM workspaces")[0][0], 299)

    def test_an_insert_has_a_count(self):
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO workspaces (name) VALUES (?)", ("Python 0",))
            self.assertEqual(cursor.rowcount, 1)
        self.connection.commit()
        self.assertEqual(
            len(self.rows("SELECT id FROM workspaces WHERE name = ?", ("Python 0",))[0][0]), 36
        )

    def test_executemany_writes_every_row(self):
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO workspaces (name) VALUES (?)", [("Python 1",), ("Python 2",)]
            )
        self.connection.commit()
        self.assertEqual(self.rows("SELECT COUNT(*) FROM workspaces WHERE name LIKE 'Python %'")[0][0], 2)

    def test_none_is_a_parameter(self):
        self.assertEqual(self.rows("SELECT id FROM workspaces WHERE name = ?", (None,)), [])

    def test_a_mistake_is_an_error_of_dbapi(self):
        with self.assertRaises(dbapi2.Error) as caught:
            self.rows("SELECT nam FROM workspaces")
        self.assertIn("nam", str(caught.exception))

    def test_a_rollback_says_once_what_stands(self):
        self.rows("SELECT id FROM workspaces LIMIT 1")
        with self.connection.cursor() as cursor:
            cursor.execute("DELETE FROM workspaces WHERE id = ?", (HOOLI,))
        with self.assertRaises(dbapi2.Error) as caught:
            self.connection.rollback()
        self.assertIn(HOOLI, str(caught.exception))
        self.connection.rollback()

    def test_closing_without_commit_is_quiet_after_reading(self):
        self.rows("SELECT id FROM workspaces LIMIT 1")


if __name__ == "__main__":
    # Debian keeps JPype's own classes there; elsewhere it finds them by itself.
    debian = glob.glob("/usr/share/java/org.jpype.jar")
    jpype.startJVM(
        "-Duser.timezone=America/New_York",
        classpath=[os.environ["DRIVER_JAR"], *debian],
        convertStrings=False,
    )
    unittest.main(verbosity=2)
