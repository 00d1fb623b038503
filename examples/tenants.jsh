import java.sql.*

Connection connection = DriverManager.getConnection("jdbc:airbyte:demo")
ResultSet rows = connection.createStatement().executeQuery("SELECT status, COUNT(*) FROM workspaces GROUP BY status ORDER BY status")
while (rows.next()) System.out.println(rows.getString(1) + " " + rows.getLong(2));
connection.close()
/exit
